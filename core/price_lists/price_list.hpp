#pragma once

#include "core/diag/source_location.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The vendor's own price lists: their files read, what Firn wants of them found by stated rules, and made
/// into a price book; and a book written as such a list. Sources: the vendor's guide to its price list files,
/// and real files of 2018, 2021 and 2026.
namespace firn::price_lists {

/// "AmazonS3": the code of a service whose prices a list holds.
namespace offer {
inline constexpr std::string_view kVault = "AmazonGlacier";
inline constexpr std::string_view kS3 = "AmazonS3";
inline constexpr std::string_view kDeepArchive = "AmazonS3GlacierDeepArchive";
inline constexpr std::string_view kTransfer = "AWSDataTransfer";
}  // namespace offer

/// The price of a range of quantity, from a day on.
struct ListedPrice {
    std::string rate_code{};        ///< "47AXBKSH4246SJP7.JRTCKXETXF.6YS6EN2CT7"
    std::string currency{};         ///< "USD"
    std::string unit{};             ///< "GB-Mo"
    Instant effective{};            ///< the midnight from which it holds
    Rational begin{};               ///< of the range, in units
    std::optional<Rational> end{};  ///< of the range; absent: "Inf"
    Rational price{};               ///< of a unit, from the column or key of prices, never from a description
    SourceLocation where{};
    std::size_t offset = 0;  ///< of its place in the text
};

/// What is sold: a usage type of a region, and what was done (the operation).
struct Product {
    std::string offer{};
    std::string sku{};                  ///< "ZGASJWMFVH7NM8RK"
    std::string region{};               ///< "eu-west-1"; empty: not known
    std::string location{};             ///< "EU (Ireland)"
    std::string usage_type{};           ///< with the region's prefix: "EU-TimedStorage-GlacierByteHrs"
    std::string operation{};            ///< "RestoreObject"; often empty, in old lists always
    std::string transfer_type{};        ///< "AWS Outbound"
    std::string to_location{};          ///< "External"
    std::string volume_type{};          ///< "Standard"
    std::vector<ListedPrice> prices{};  ///< as they stand in the list
    SourceLocation where{};
    std::size_t offset = 0;
    std::size_t list = 0;  ///< index into PriceList::identities
};

/// A file's own words on itself.
struct ListIdentity {
    std::string file{};
    std::string offer{};
    std::string version{};    ///< "20260918174747"
    std::string published{};  ///< the day: "2026-09-18"
};

/// Products that no rule wants: how many of each (offer, usage type, operation).
using Unused = std::map<std::vector<std::string>, std::size_t>;

/// All that was read of one file.
struct PriceList {
    std::vector<ListIdentity> identities{};  ///< one; of a query's answer one for each offer and version
    std::size_t current = 0;                 ///< while reading: index of the one that products belong to
    std::vector<Product> products{};         ///< those that a rule may want, each with its prices
    Unused unused{};
    std::size_t products_seen = 0;
    bool goes_on = false;  ///< a page of a query's answer that names a next one
};

}  // namespace firn::price_lists
