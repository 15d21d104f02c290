// Any bytes as a usage file: one that is checked, or diagnostics.

#include "core/yaml/usage_reader.hpp"
#include "tests/fuzz/laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto result = firn::yaml::read_usage("usage.yaml", firn::fuzz::text_of(data, size));
    if (!result) firn::fuzz::check_diagnostics(result.error());
    return 0;
}
