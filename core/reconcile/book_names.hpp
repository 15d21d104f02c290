#pragma once

#include "core/pricing/price_book.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::reconcile {

/// The names under which the vendor's documents list the service of a price book: "AmazonS3", "Amazon Simple
/// Storage Service", ... Empty for a book that Firn does not come with.
[[nodiscard]] std::vector<std::string> services_of(std::string_view price_book);

/// A usage type without its region: "EU-TimedStorage-ByteHrs" is of the prefix "EU-".
struct NamedUsage {
    std::string_view prefix{};
    std::string_view name{};
};
[[nodiscard]] NamedUsage split_usage_type(std::string_view usage_type);

/// The usage type without the region's prefix when it is one of the book's region; nullopt for another
/// region's. "USE1-" stands for the region that has no prefix. What bears no region and is not in the book
/// belongs to every region.
[[nodiscard]] std::optional<std::string> own_name(const pricing::PriceBook& book,
                                                  std::string_view usage_type);

/// The tariffs that a usage type (without prefix) and an operation are billed by: those with this operation,
/// or else those for any operation. Without an operation all with the usage type.
[[nodiscard]] std::vector<const pricing::Tariff*> tariffs_of(const pricing::PriceBook& book,
                                                             std::string_view name,
                                                             std::string_view operation);

/// The operation under which Firn's bill shows what the vendor reports with this one; the text itself where
/// the book does not know it.
[[nodiscard]] std::string shown_operation(const pricing::PriceBook& book, std::string_view name,
                                          std::string_view operation);

}  // namespace firn::reconcile
