#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace firn::report {

/// Which edition of a price book priced a result.
struct PriceBookIdentity {
    std::string name;            ///< "aws-glacier"
    std::string region;          ///< "us-east-1"
    std::string verified_until;  ///< "2016-11-20": up to when its prices were checked
    std::string fingerprint;     ///< 16 hex digits of its text
};

/// What a result rests on: the `firn` object of every JSON answer.
struct Provenance {
    std::string program_version;
    int format_version = 1;
    std::optional<std::uint64_t> seed{};
    std::optional<std::string> scenario_hash{};  ///< 16 hex digits over all settings, defaults included
    std::vector<PriceBookIdentity> price_books{};
};

}  // namespace firn::report
