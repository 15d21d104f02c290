#include "core/reconcile/book_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace firn::reconcile {

using pricing::PriceBook;
using pricing::Tariff;

namespace {

/// A book and one of the names of its service: product codes of reports, and names of Cost Explorer and
/// FOCUS.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kServices{
    {{"aws-glacier", "AmazonGlacier"},
     {"aws-glacier", "Glacier"},
     {"aws-glacier", "Amazon S3 Glacier"},
     {"aws-glacier", "S3 Glacier"},
     {"aws-s3-glacier", "AmazonS3"},
     {"aws-s3-glacier", "S3"},
     {"aws-s3-glacier", "Amazon Simple Storage Service"},
     {"aws-s3-glacier", "AmazonS3GlacierDeepArchive"},
     {"aws-s3-glacier", "Amazon S3 Glacier Deep Archive"},
     {"aws-s3-glacier", "S3 Glacier Deep Archive"},
     {"aws-s3-glacier", "Amazon S3 Glacier Instant Retrieval"}}};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The prefix with its hyphen, as the price book has it; the vendor has two names for one region.
std::string_view plain_prefix(std::string_view prefix) { return prefix == "USE1-" ? "" : prefix; }

bool knows(const PriceBook& book, std::string_view name) {
    return std::any_of(book.tariffs.begin(), book.tariffs.end(),
                       [&](const Tariff& tariff) { return tariff.usage_type == name; });
}

}  // namespace

std::vector<std::string> services_of(std::string_view price_book) {
    std::vector<std::string> services;
    for (const auto& [book, service] : kServices) {
        if (book == price_book) services.emplace_back(service);
    }
    return services;
}

NamedUsage split_usage_type(std::string_view usage_type) {
    constexpr std::size_t kLetters = 3;  // "USW2-", "APN1-": letters, digits, a hyphen
    if (usage_type.starts_with("EU-")) return {usage_type.substr(0, 3), usage_type.substr(3)};
    std::size_t end = 0;
    while (end < usage_type.size() && is_upper(usage_type[end]))
        ++end;
    const std::size_t letters = end;
    while (end < usage_type.size() && is_digit(usage_type[end]))
        ++end;
    const bool is_region =
        letters == kLetters && end > letters && end < usage_type.size() && usage_type[end] == '-';
    if (!is_region) return {{}, usage_type};
    return {usage_type.substr(0, end + 1), usage_type.substr(end + 1)};
}

std::optional<std::string> own_name(const PriceBook& book, std::string_view usage_type) {
    const auto [prefix, name] = split_usage_type(usage_type);
    if (plain_prefix(prefix) == plain_prefix(book.usage_type_prefix)) return std::string{name};
    if (prefix.empty() && !knows(book, name)) return std::string{name};
    return std::nullopt;
}

std::vector<const Tariff*> tariffs_of(const PriceBook& book, std::string_view name,
                                      std::string_view operation) {
    std::vector<const Tariff*> all;
    std::vector<const Tariff*> with_operation;
    std::vector<const Tariff*> for_any;
    for (const Tariff& tariff : book.tariffs) {
        if (tariff.usage_type != name) continue;
        all.push_back(&tariff);
        if (tariff.operations.empty()) for_any.push_back(&tariff);
        if (std::find(tariff.operations.begin(), tariff.operations.end(), operation) !=
            tariff.operations.end())
            with_operation.push_back(&tariff);
    }
    if (operation.empty()) return all;
    return with_operation.empty() ? for_any : with_operation;
}

std::string shown_operation(const PriceBook& book, std::string_view name, std::string_view operation) {
    const auto tariffs = tariffs_of(book, name, operation);
    if (operation.empty() || tariffs.empty()) return std::string{operation};
    const auto& operations = tariffs.front()->operations;
    return operations.empty() ? std::string{} : operations.front();
}

}  // namespace firn::reconcile
