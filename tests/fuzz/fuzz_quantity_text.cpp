// Any bytes through each parser of a quantity: what is read is written as text that reads back as the same.

#include "core/units/quantity_text.hpp"
#include "core/units/rational.hpp"
#include "core/units/utf8_text.hpp"
#include "tests/fuzz/laws.hpp"

namespace {

using firn::fuzz::require;

template <class Value>
void check_refusal(const firn::Expected<Value, firn::QuantityError>& result) {
    if (result) return;
    require(!result.error().code.empty() && !result.error().expected.empty(),
            "a refusal says what was expected");
    require(result.error().what.size() < 500, "a message is short");
    require(firn::printable(result.error().what) == result.error().what, "a message can be printed");
}

template <class Parse>
void check_round_trip(Parse parse, const std::string& text) {
    const auto value = parse(text);
    check_refusal(value);
    if (!value) return;
    const auto again = parse(firn::to_text(*value));
    require(again.has_value() && *again == *value, "what is written reads back as the same");
}

void check_decimal(const std::string& text) {
    const auto value = firn::parse_decimal(text);
    if (!value) return;
    // Ninety digits of either side of the point are less than the two hundred that are read.
    constexpr std::size_t kDigits = 90;
    const bool reads_back = firn::parse_decimal(firn::format_fixed(*value, kDigits)) == *value;
    require(reads_back || text.size() > kDigits, "a decimal number reads back as the same");
    const firn::Rational moved{firn::round_half_up(*value, 2) - *value};
    require(moved * 200 <= 1 && moved * 200 >= -1, "rounding moves by half a cent at most");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = firn::fuzz::text_of(data, size);
    check_round_trip(firn::parse_bytes, text);
    check_round_trip(firn::parse_duration, text);
    check_round_trip(firn::parse_byte_rate, text);
    check_round_trip(firn::parse_instant, text);
    check_round_trip(firn::parse_month, text);
    check_refusal(firn::parse_byte_amount(text));
    check_refusal(firn::parse_unit_price(text));
    check_refusal(firn::parse_count(text));
    check_refusal(firn::parse_amount(text));
    check_refusal(firn::parse_boolean(text));
    check_decimal(text);
    return 0;
}
