//! The description of the interface as OpenAPI 3.1, made from the endpoints and the types they take and give.

use i18n::Lang;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use crate::endpoint::{Body, Content, Describe, Endpoint, Once, Operation};
use crate::fault::{PROBLEM_JSON, Problem};

/// What can go wrong with any request, beside what a status says by itself.
const FAULTS: [u16; 12] = [400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 429, 500];

/// The whole description, its words in this language.
pub fn document(lang: Lang) -> Value {
    let t = i18n::texts(lang);
    let mut writer = Writer::new(lang);
    let mut paths: Map<String, Value> = Map::new();
    let mut groups: Vec<&str> = Vec::new();
    for endpoint in crate::endpoints() {
        if !groups.contains(&endpoint.group) {
            groups.push(endpoint.group);
        }
        for operation in &endpoint.operations {
            let path = paths
                .entry(format!("{}{}", crate::BASE, operation.path))
                .or_insert_with(|| json!({}));
            path[endpoint.method] = writer.operation(&endpoint, operation);
        }
    }
    paths.insert(format!("{}/openapi.json", crate::BASE), writer.itself());
    let tags: Vec<Value> = groups
        .iter()
        .map(|group| json!({ "name": group, "description": t.label(&format!("api-group-{group}")) }))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": t.api_title(),
            "version": "1",
            "description": t.api_description(),
            "license": { "name": "MIT", "identifier": "MIT" },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "tags": tags,
        "paths": paths,
        "components": {
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer", "description": t.api_token_description() },
            },
            "responses": writer.faults(),
            "schemas": writer.schemas(),
        },
    })
}

struct Writer {
    lang: Lang,
    /// What is sent and what is answered describe optional parts differently.
    taken: SchemaGenerator,
    given: SchemaGenerator,
    made: Map<String, Value>,
}

impl Writer {
    fn new(lang: Lang) -> Self {
        let settings = || {
            SchemaSettings::draft2020_12().with(|settings| {
                settings.definitions_path = "/components/schemas".into();
                settings.meta_schema = None;
            })
        };
        Writer {
            lang,
            taken: settings().for_deserialize().into_generator(),
            given: settings().for_serialize().into_generator(),
            made: Map::new(),
        }
    }

    fn operation(&mut self, endpoint: &Endpoint, operation: &Operation) -> Value {
        let (summary, description) = self.words(operation);
        let mut told = json!({
            "operationId": operation.id,
            "tags": [endpoint.group],
            "summary": summary,
            "responses": self.answers(endpoint),
            "x-scope": endpoint.scope.key(),
        });
        if let Some(description) = description {
            told["description"] = json!(description);
        }
        let parameters = self.parameters(endpoint, operation);
        if !parameters.is_empty() {
            told["parameters"] = json!(parameters);
        }
        if let Some(body) = &operation.body {
            told["requestBody"] = self.body(operation, body);
        }
        told
    }

    fn words(&self, operation: &Operation) -> (String, Option<String>) {
        if let Some(words) = operation.words {
            return words(self.lang, &operation.id);
        }
        let t = i18n::texts(self.lang);
        let key = format!("api-op-{}", operation.id.replace('_', "-"));
        let description = t.get(&format!("{key}-text")).map(str::to_owned);
        (t.label(&key).to_owned(), description)
    }

    fn parameters(&mut self, endpoint: &Endpoint, operation: &Operation) -> Vec<Value> {
        let mut parameters: Vec<Value> = operation
            .path
            .split('/')
            .filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'))
            .map(|name| {
                let schema = step_schema(endpoint.group, name);
                json!({ "name": name, "in": "path", "required": true, "schema": schema })
            })
            .collect();
        if let Some(query) = endpoint.query {
            parameters.extend(self.query(query));
        }
        let t = i18n::texts(self.lang);
        if endpoint.once != Once::Unkeyed {
            parameters.push(json!({
                "name": "Idempotency-Key", "in": "header", "required": false,
                "description": t.api_header_key(),
                "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,200}$" },
            }));
        }
        if endpoint.versioned && endpoint.method != "get" {
            parameters.push(json!({
                "name": "If-Match", "in": "header", "required": false,
                "description": t.api_header_version(),
                "schema": { "type": "string" },
            }));
        }
        parameters
    }

    /// Each property of the type is a parameter of the address.
    fn query(&mut self, describe: Describe) -> Vec<Value> {
        let schema = describe(&mut self.taken).to_value();
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        let properties = schema["properties"].as_object().cloned().unwrap_or_default();
        properties
            .into_iter()
            .map(|(name, mut schema)| {
                let description = schema
                    .as_object_mut()
                    .and_then(|object| object.remove("description"));
                let mut parameter = json!({
                    "name": name, "in": "query", "required": required.contains(&json!(name)),
                    "schema": never_null(schema),
                });
                if let Some(description) = description {
                    parameter["description"] = description;
                }
                parameter
            })
            .collect()
    }

    fn body(&mut self, operation: &Operation, body: &Body) -> Value {
        let schema = match body {
            Body::Bytes => {
                let bytes = json!({ "schema": { "type": "string", "format": "binary", "minLength": 1 } });
                return json!({ "required": true, "content": { "application/octet-stream": bytes } });
            }
            Body::Json(describe) => describe(&mut self.taken).to_value(),
            Body::Act(fields) => {
                let name = format!("{}_fields", operation.id);
                let reference = json!({ "$ref": format!("#/components/schemas/{name}") });
                self.made
                    .insert(name, crate::fields::schema_in(self.lang, &operation.id, fields));
                reference
            }
        };
        let required = match body {
            Body::Act(fields) => fields.iter().any(crate::fields::is_required),
            Body::Json(_) | Body::Bytes => true,
        };
        json!({ "required": required, "content": { "application/json": { "schema": schema } } })
    }

    fn answers(&mut self, endpoint: &Endpoint) -> Value {
        let t = i18n::texts(self.lang);
        let mut good = json!({ "description": t.api_answer_good() });
        match &endpoint.content {
            Content::Json(describe) => {
                let schema = describe(&mut self.given).to_value();
                good["content"] = json!({ "application/json": { "schema": schema } });
            }
            Content::Bytes => {
                good["content"] = json!({ "*/*": { "schema": { "type": "string", "format": "binary" } } });
            }
            Content::Nothing => {}
        }
        let mut headers = json!({ "X-Request-Id": { "schema": { "type": "string" } } });
        if endpoint.versioned {
            headers["ETag"] = json!({ "schema": { "type": "string" } });
        }
        if endpoint.status == 201 {
            headers["Location"] = json!({ "schema": { "type": "string" } });
        }
        good["headers"] = headers;
        let mut links = Map::new();
        for (operation, parameter, expression) in &endpoint.links {
            let link = json!({ "operationId": operation, "parameters": { *parameter: expression } });
            links.insert((*operation).to_owned(), link);
        }
        if !links.is_empty() {
            good["links"] = json!(links);
        }
        let mut answers = json!({ endpoint.status.to_string(): good });
        for status in FAULTS {
            answers[status.to_string()] = json!({ "$ref": format!("#/components/responses/{status}") });
        }
        answers
    }

    fn faults(&mut self) -> Value {
        let t = i18n::texts(self.lang);
        let schema = self.given.subschema_for::<Problem>().to_value();
        let mut faults = Map::new();
        for status in FAULTS {
            let mut fault = json!({
                "description": t.label(&format!("api-status-{status}")),
                "content": { PROBLEM_JSON: { "schema": schema } },
            });
            if status == 401 {
                fault["headers"] = json!({ "WWW-Authenticate": { "schema": { "type": "string" } } });
            }
            if status == 429 {
                fault["headers"] = json!({ "Retry-After": { "schema": { "type": "integer" } } });
            }
            faults.insert(status.to_string(), fault);
        }
        json!(faults)
    }

    fn itself(&self) -> Value {
        let t = i18n::texts(self.lang);
        json!({ "get": {
            "operationId": "describe", "tags": ["me"], "summary": t.api_op_describe(), "security": [],
            "responses": { "200": {
                "description": t.api_answer_good(),
                "content": { "application/json": { "schema": { "type": "object" } } },
            } },
        } })
    }

    fn schemas(mut self) -> Value {
        let mut schemas = self.given.take_definitions(true);
        for (name, schema) in self.taken.take_definitions(true).into_iter().chain(self.made) {
            let before = schemas.insert(name.clone(), schema);
            debug_assert!(before.is_none(), "two types are called {name}");
        }
        schemas.sort_keys();
        json!(schemas)
    }
}

/// What stands at a place of an address.
fn step_schema(group: &str, name: &str) -> Value {
    match (group, name) {
        ("cases", "number") => json!({ "type": "string", "pattern": crate::cases::NUMBER }),
        (_, "number") => json!({ "type": "string", "pattern": "^[A-Za-z0-9-]{1,40}$" }),
        (_, "year") => json!({ "type": "integer", "minimum": 2000, "maximum": 9999 }),
        (_, "date") => json!({ "type": "string", "format": "date" }),
        (_, "book") => json!({ "type": "string", "enum": ["outgoing", "incoming"] }),
        (_, "place") => json!({ "type": "string", "pattern": crate::inbox::PLACE }),
        (_, "purpose") => json!({ "type": "string", "enum": crate::administration::purposes() }),
        (_, "language") => json!({ "type": "string", "enum": ["vi", "en"] }),
        _ => json!({ "type": "string", "format": "uuid" }),
    }
}

/// A parameter that is not wanted is left out: an address has no word for null.
fn never_null(mut schema: Value) -> Value {
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [one] = kinds.as_slice() {
            schema["type"] = one.clone();
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("enum") {
        choices.retain(|choice| !choice.is_null());
    }
    if let Some(Value::Array(others)) = schema.get_mut("anyOf") {
        others.retain(|other| other["type"] != "null");
        if let [one] = others.as_slice() {
            return one.clone();
        }
    }
    schema
}
