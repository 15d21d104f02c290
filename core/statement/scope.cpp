#include "core/statement/scope.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace firn::statement {

namespace {

bool counts(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Goes to the next character that counts.
std::size_t skip(std::string_view text, std::size_t at) {
    while (at < text.size() && !counts(text[at]))
        ++at;
    return at;
}

bool is_among(std::string_view service, const std::vector<std::string>& services) {
    if (services.empty() || service.empty()) return true;
    return std::any_of(services.begin(), services.end(),
                       [&](const std::string& wanted) { return is_same_service(wanted, service); });
}

bool has_month(const Scope& scope, const std::optional<BillingPeriod>& month) {
    if (scope.months.empty() || !month) return true;
    return std::find(scope.months.begin(), scope.months.end(), *month) != scope.months.end();
}

}  // namespace

bool is_same_service(std::string_view a, std::string_view b) {
    std::size_t i = skip(a, 0);
    std::size_t j = skip(b, 0);
    while (i < a.size() && j < b.size()) {
        if (lower(a[i]) != lower(b[j])) return false;
        i = skip(a, i + 1);
        j = skip(b, j + 1);
    }
    return i == a.size() && j == b.size();
}

bool is_in_bucket(std::string_view resource, std::string_view bucket) {
    if (!resource.ends_with(bucket)) return false;
    resource.remove_suffix(bucket.size());
    return resource.empty() || resource.ends_with(':') || resource.ends_with('/');
}

void keep_services(Statement& statement, const std::vector<std::string>& services) {
    std::vector<Line> kept;
    for (Line& line : statement.lines) {
        if (is_among(line.service, services)) {
            kept.push_back(std::move(line));
        } else {
            statement.rows -= line.rows;
            leave_out(statement, Scoped::services, line.rows, line.cost);
        }
    }
    statement.lines = std::move(kept);
}

std::optional<Scoped> why_left_out(const Scope& scope, const Row& row) {
    if (!has_month(scope, row.month)) return Scoped::months;
    if (scope.account && *scope.account != row.account && *scope.account != row.payer)
        return Scoped::accounts;
    if (scope.bucket && !is_in_bucket(row.resource, *scope.bucket)) return Scoped::buckets;
    if (!row.has_tag) return Scoped::tags;
    if (!is_among(row.service, scope.services)) return Scoped::services;
    return std::nullopt;
}

}  // namespace firn::statement
