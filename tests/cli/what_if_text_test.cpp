#include "cli/what_if_text.hpp"
#include "tests/support/catch.hpp"

using namespace firn::cli;

namespace {

std::string parts_of(const std::string& text) {
    const auto parts = what_if_parts(text);
    if (!parts) return parts.error().code;
    std::string joined;
    for (const auto& [key, value] : *parts)
        joined += (joined.empty() ? "" : ", ") + key + ": " + value;
    return joined;
}

}  // namespace

TEST_CASE("a what-if of one line is taken apart into its keys", "[cli]") {
    const auto [text, parts] = GENERATE(table<std::string, std::string>({
        {"storage -20 % from 2027-01", "charge: storage, change: -20 %, from: 2027-01"},
        {"deep_archive storage +5% from 2027-01 until 2028-01",
         "class: deep_archive, charge: storage, change: +5%, from: 2027-01, until: 2028-01"},
        {"flexible retrieval (bulk) 10 % cheaper",
         "class: flexible, charge: retrieval, tier: bulk, change: 10 % cheaper"},
        {"standard requests put -50 %", "class: standard, charge: requests, kind: put, change: -50 %"},
        {"-10 % until 2027-01", "change: -10 %, until: 2027-01"},
        {"storge -10 %", "charge: storge, change: -10 %"},
        {"storage", "what-if-malformed"},
        {"storage -10 % from", "what-if-malformed"},
        {"storage -10 % since 2027", "what-if-malformed"},
        {"storage -10 % from 2027-01 from 2027-02", "what-if-malformed"},
        {"a b storage -10 %", "what-if-malformed"},
        {"", "what-if-malformed"},
    }));
    CHECK(parts_of(text) == parts);
}
