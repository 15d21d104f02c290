// Any text as what a scenario says of its restores: how often, and which files.

#include "core/scenario/batch.hpp"
#include "core/scenario/frequency.hpp"
#include "tests/fuzz/laws.hpp"

#include <string>

namespace {

using firn::fuzz::require;

template <class Parse, class Text>
void check_words(Parse parse, Text to_text, const std::string& text) {
    const auto value = parse(text);
    if (!value) {
        require(!value.error().code.empty() && !value.error().expected.empty(),
                "a refusal says what was expected");
        return;
    }
    const std::string written = to_text(*value);
    const auto again = parse(written);
    require(again.has_value() && to_text(*again) == written, "what is written reads back as the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = firn::fuzz::text_of(data, size);
    check_words(firn::scenario::parse_batch, firn::scenario::batch_text, text);
    check_words(firn::scenario::parse_frequency, firn::scenario::frequency_text, text);
    const auto often = firn::scenario::parse_frequency(text);
    if (often) require(firn::scenario::mean_gap(*often) >= firn::Duration{0}, "no gap is below 0");
    return 0;
}
