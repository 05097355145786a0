#!/bin/sh
# A client with nothing but curl: receive a case, look at it, act on it, walk through the register.
#
#   PHUCDAP=http://127.0.0.1:8080 TOKEN=phd_… sh register.sh
#
# It needs curl and jq.
set -eu

api="$PHUCDAP/api/v1"

# One request: method, path, body; the answer on standard output, a problem on standard error.
ask() {
  method=$1 path=$2 body=${3:-}
  shift 2; [ $# -gt 0 ] && shift
  if [ -n "$body" ]; then set -- "$@" --header 'Content-Type: application/json' --data "$body"; fi
  curl --silent --show-error --fail-with-body --request "$method" \
    --header "Authorization: Bearer $TOKEN" --header 'Accept-Language: en' "$@" "$api$path" || { echo >&2; exit 1; }
}

# 1. Receive a case. The key makes it happen once, however often this is sent: choose it where the case comes from.
key="website-$(date +%s)-$$"
case=$(jq -n '{
  channel: "web_form", declared_kind: "complaint", subjects: ["other_activity"],
  content: "Chúng tôi chưa nhận được chứng chỉ sau 30 ngày.",
  name: "Công ty Cổ phần Mẫu", party_kind: "organisation", email: "lienhe@example.vn"
}')
first=$(ask POST /cases "$case" --header "Idempotency-Key: $key")
again=$(ask POST /cases "$case" --header "Idempotency-Key: $key")
[ "$first" = "$again" ] || { echo 'sent twice, it was received twice' >&2; exit 1; }
number=$(echo "$first" | jq -r .number)
echo "received $number"

# 2. Follow it: its limit and why it falls on that day, what must be done, what this token's person can do now.
seen=$(ask GET "/cases/$number")
echo "$seen" | jq -r '"to be answered by \(.limit.on): \(.limit.why)"'
echo "$seen" | jq -r '.offers[] | select(.permitted) | "can: \(.title)"' | head -5

# 3. Act, but only on what was seen: with If-Match nobody's work is overwritten.
act=declare_interest
href=$(echo "$seen" | jq -r --arg act "$act" '.offers[] | select(.act == $act and .permitted) | .href // empty')
if [ -n "$href" ]; then
  version=$(echo "$seen" | jq -r .version)
  done=$(ask POST "/cases/$number/acts/$act" '{}' --header "If-Match: \"$version\"" --header "Idempotency-Key: $key-$act")
  echo "declared, version $(echo "$done" | jq -r .version)"
fi

# 4. Walk through the register, page by page, by the address that each page gives.
next="/api/v1/cases?limit=20"
count=0
while [ "$next" != null ]; do
  page=$(ask GET "${next#/api/v1}")
  count=$((count + $(echo "$page" | jq '.items | length')))
  next=$(echo "$page" | jq -r .next)
done
echo "$count cases in the register"
