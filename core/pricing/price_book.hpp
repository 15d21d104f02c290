#pragma once

#include "core/diag/source_location.hpp"
#include "core/units/bytes.hpp"
#include "core/units/money.hpp"
#include "core/units/rational.hpp"
#include "core/units/time.hpp"
#include "core/usage/charge_type.hpp"
#include "core/usage/rules.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// All prices of a vendor's service in one region through time, each with its source: what a price list says,
/// as data.
namespace firn::pricing {

using usage::ChargeType;

/// What a charge counts. The vendor's GB is a property of the book (PriceBook::gb).
enum class BillingUnit {
    gb_month,  ///< byte-hours / GB / hours of the calendar month, printed "GB-Mo"
    gb,        ///< bytes / GB, printed "GB"
    requests,  ///< single requests, printed "Requests"
};

/// "GB-Mo", "GB", "Requests"
[[nodiscard]] std::string_view to_text(BillingUnit unit);

/// Where a number was read.
struct Source {
    std::string id{};       ///< "liangzan-2012-09", the name by which periods refer to it
    std::string title{};    ///< what the document is
    std::string address{};  ///< where it is
    std::string date{};     ///< of the document: "2012-09-02", or "2015-07" where the day is not known
};

/// Why a number is believed.
struct Evidence {
    std::vector<std::size_t> sources{};  ///< indices into PriceBook::sources
    std::string doubt{};                 ///< why the number is not confirmed; empty: it is
    [[nodiscard]] bool is_confirmed() const { return doubt.empty(); }
};

/// A range of quantity with its price; graduated: each unit is billed at the price of the band it falls into.
struct Band {
    std::optional<Rational> up_to{};  ///< in billing units; absent: without end
    UnitPrice price{};
    std::string doubt{};  ///< as Evidence::doubt, for this band alone
};

/// The fee rule of a time, with its own evidence.
struct RetrievalTerms {
    usage::RetrievalRule rule = usage::RetrievalRule::first_faq;
    std::string doubt{};
};

/// Prices from an instant (included) until another (excluded).
struct PricePeriod {
    Instant from{};
    Instant until{};
    std::vector<Band> bands{};  ///< ascending, the last one without end; one band is a plain price
    Rational free{};            ///< billing units a month that cost nothing, taken from the first band
    Evidence evidence{};
    std::optional<RetrievalTerms> retrieval{};  ///< in periods of a charge with a peak fee
    SourceLocation where{};
};

/// The terms of the fee by the largest hour of retrieval (2012 to 2016).
struct PeakFee {
    Rational allowance{};  ///< share of the average stored bytes that is free in a month: 1/20
    int job_hours = 0;  ///< hours over which a job is counted, and the fewest by which an allowance is shared
};

/// The prices of one charge through time.
struct Tariff {
    ChargeType charge = ChargeType::other;
    std::string storage_class{};  ///< empty: the charge has none
    std::string kind{};           ///< of requests: "upload"; a free amount is for each kind alone
    std::string tier{};           ///< of retrievals; empty: there are none
    BillingUnit unit = BillingUnit::requests;
    std::string usage_type{};  ///< without the region's prefix: "TimedStorage-ByteHrs"
    std::string usage_type_doubt{};
    std::optional<PeakFee> peak_fee{};
    std::vector<PricePeriod> periods{};  ///< ascending, no two for one instant
    SourceLocation where{};
};

/// What holds for a storage class at any price.
struct ClassTerms {
    std::string name{};           ///< "glacier"
    Bytes overhead{};             ///< billed with each archive
    Duration minimum_duration{};  ///< billed for at least this long
    SourceLocation where{};
};

/// One region's file of a book.
struct PriceBook {
    std::string name{};    ///< "aws-glacier"
    std::string title{};   ///< "Amazon Glacier (vaults)"
    std::string region{};  ///< "us-east-1"
    std::string currency{};
    Bytes gb{};                    ///< the vendor's GB: 2^30 bytes
    std::string verified_until{};  ///< the day up to which the prices were checked: "2016-11-30"
    std::string usage_type_prefix{};
    std::vector<Source> sources{};
    std::vector<ClassTerms> classes{};
    std::vector<Tariff> tariffs{};
    std::string fingerprint{};  ///< 16 hex digits of its text
    SourceLocation where{};
};

/// The first and the last (excluded) instant for which the book has any price; the book has at least one.
[[nodiscard]] Instant begin_of(const PriceBook& book);
[[nodiscard]] Instant end_of(const PriceBook& book);

/// The terms of a class, nullptr when the book has no such class.
[[nodiscard]] const ClassTerms* find_class(const PriceBook& book, std::string_view name);

/// Names for messages, each once, in the order of the book.
[[nodiscard]] std::vector<std::string> class_names(const PriceBook& book);
[[nodiscard]] std::vector<std::string> kind_names(const PriceBook& book);
[[nodiscard]] std::vector<std::string> tier_names(const PriceBook& book);

}  // namespace firn::pricing
