#pragma once

#include "core/statement/row.hpp"
#include "core/statement/statement.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::statement {

/// A tag of the vendor's resources: "project=backup".
struct Tag {
    std::string key{};
    std::string value{};
};

/// Which rows of a statement are compared. What is empty or absent holds for all.
struct Scope {
    std::vector<std::string> services{};  ///< any of them; a row without a service is never left out by them
    std::optional<std::string> bucket{};
    std::optional<Tag> tag{};
    std::optional<std::string> account{};
    std::vector<BillingPeriod> months{};
};

/// Why the row is left out, nullopt for one within the scope. The first of months, accounts, buckets, tags
/// and services decides.
[[nodiscard]] std::optional<Scoped> why_left_out(const Scope& scope, const Row& row);

/// Leaves out the lines of other services afterwards; those without a service stay.
void keep_services(Statement& statement, const std::vector<std::string>& services);

/// "AmazonS3" is "Amazon S3" and "amazons3": capitals, blanks and signs do not count.
[[nodiscard]] bool is_same_service(std::string_view a, std::string_view b);

/// The resource is the bucket or vault itself, or an ARN that ends in its name.
[[nodiscard]] bool is_in_bucket(std::string_view resource, std::string_view bucket);

}  // namespace firn::statement
