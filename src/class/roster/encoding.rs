//! From the bytes of a roster to its text: UTF-8, UTF-16 with a mark, or what Excel in Japanese writes.

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

/// The text in `bytes`; none where they are none in any of these.
#[must_use]
pub fn text(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, bytes.get(mark..).unwrap_or_default());
    }
    decoded(UTF_8, bytes).or_else(|| decoded(SHIFT_JIS, bytes))
}

/// Windows' code page 932 is what the encoding standard calls Shift_JIS: <https://encoding.spec.whatwg.org/#shift_jis>.
fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "氏名,学籍番号\r\n髙橋 太郎①,007\r\n";

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn rosters_are_read_as_spreadsheets_write_them() {
        let code_page = SHIFT_JIS.encode(TEXT);
        assert!(!code_page.2, "every letter of it has a place there");
        let written = [
            TEXT.as_bytes().to_vec(),
            format!("\u{feff}{TEXT}").into_bytes(),
            code_page.0.into_owned(),
            utf_16(TEXT, u16::to_le_bytes),
            utf_16(TEXT, u16::to_be_bytes),
        ];
        for bytes in written {
            assert_eq!(text(&bytes).as_deref(), Some(TEXT), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_in_any_of_them_is_none() {
        for bytes in [b"name,id\nTanaka,1\nSat\xf3,2\n".as_slice(), b"\xff\xfe\x00\xd8", b"\x80\xff"] {
            assert_eq!(text(bytes), None, "{bytes:?}");
        }
    }
}
