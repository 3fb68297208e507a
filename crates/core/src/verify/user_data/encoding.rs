//! How AWS keeps user data.

use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// AWS takes user data with and without padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What user data stands for; none where it isn't base64.
#[must_use]
pub fn decode(encoded: &str) -> Option<Vec<u8>> {
    let dense: String = encoded.chars().filter(|character| !character.is_whitespace()).collect();
    BASE64.decode(dense).ok()
}
