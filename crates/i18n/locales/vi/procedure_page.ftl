### Trang Quy trình.

procedure-page-lead = Nguyên văn từng câu của quy trình, cách hiểu khi giải quyết và thời hạn đang áp dụng.
procedure-page-added = Yêu cầu bổ sung
procedure-page-added-text = Những yêu cầu mà tiêu chuẩn đối với tổ chức chứng nhận đặt ra và quy trình không nêu thành lời.
procedure-page-contents = Các quy tắc
procedure-page-periods = Thời hạn đang áp dụng
procedure-page-duty = Việc
procedure-page-period = Thời hạn
