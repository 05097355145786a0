//! B2.8 Yearly compilation. "Hàng năm cán bộ được phân công tiếp nhận phàn nàn, khiếu nại có trách nhiệm tập hợp toàn bộ … thành văn bản và
//! lưu hồ sơ" (Bước 2, last dash): compiled by 31 January of the next year, also when there was no case.

pub use crate::year_book::duties;
