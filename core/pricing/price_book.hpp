#pragma once

#include "core/diag/source_location.hpp"
#include "core/storage/multipart.hpp"
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
    units,     ///< pieces sold for a month, such as provisioned capacity, printed "Units"
};

/// "GB-Mo", "GB", "Requests", "Units"
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
    std::vector<std::size_t> sources{};   ///< indices into PriceBook::sources
    std::string doubt{};                  ///< why the number is not confirmed; empty: it is
    std::vector<std::string> what_ifs{};  ///< what a person changed about it: "20 % cheaper from 2027-01-01"
    std::string sku{};  ///< the vendor's name of the price: "ZGASJWMFVH7NM8RK"; may be empty
};

/// A range of quantity with its price; graduated: each unit is billed at the price of the band it falls into.
struct Band {
    std::optional<Rational> up_to{};  ///< in billing units; absent: without end
    UnitPrice price{};
    std::string doubt{};   ///< as Evidence::doubt, for this band alone
    bool is_known = true;  ///< false: no price is known for it, and billing it is an error
};

/// The fee rule of a time, with its own evidence.
struct RetrievalTerms {
    usage::RetrievalRule rule = usage::RetrievalRule::first_faq;
    std::string doubt{};
};

/// The end of prices that hold on.
[[nodiscard]] Instant open_end();

/// Prices from an instant (included) until another (excluded); open_end() for prices that hold on.
struct PricePeriod {
    Instant from{};
    Instant until{};
    std::vector<Band> bands{};  ///< ascending, the last one without end; one band is a plain price
    Rational free{};            ///< billing units a month that cost nothing, taken from the first band
    Evidence evidence{};
    std::optional<RetrievalTerms> retrieval{};  ///< in periods of a charge with a peak fee
    std::optional<Instant> held_of{};           ///< the instant whose prices are held for all time
    SourceLocation where{};
};

/// The terms of the fee by the largest hour of retrieval (2012 to 2016).
struct PeakFee {
    Rational allowance{};  ///< share of the average stored bytes that is free in a month: 1/20
    int job_hours = 0;  ///< hours over which a job is counted, and the fewest by which an allowance is shared
};

/// Why it is not confirmed that a charge has another one's rate.
struct RateDoubt {
    std::string reason{};
    std::optional<Instant> until{};  ///< from then on it is confirmed; absent: never
};

/// The prices of one charge through time.
///
///     storage  deep_archive            GB-Mo     TimedStorage-GDA-ByteHrs
///     requests deep_archive put        Requests  Requests-GDA-Tier1, operation PutObject
///     overhead deep_archive            GB-Mo     TimedStorage-ByteHrs, at the rate of storage (standard)
struct Tariff {
    ChargeType charge = ChargeType::other;
    std::string storage_class{};  ///< empty: the charge has none
    std::string kind{};           ///< of requests: "upload"; of overhead: whose rate it has, "class_rate"
    std::string tier{};           ///< of retrievals; empty: there are none
    BillingUnit unit = BillingUnit::requests;
    std::string usage_type{};  ///< without the region's prefix: "TimedStorage-ByteHrs"
    std::string usage_type_doubt{};
    std::vector<std::string> operations{};  ///< of the vendor's reports; lines show the first; empty: any
    /// The tariff whose prices these are, an index into PriceBook::tariffs: both fill the same bands and
    /// share its free amount, and a price stated for that one holds here. `periods` are a copy of its own.
    std::optional<std::size_t> rate_of{};
    std::optional<RateDoubt> rate_doubt{};
    std::optional<PeakFee> peak_fee{};
    std::vector<PricePeriod> periods{};  ///< ascending, no two for one instant
    SourceLocation where{};
};

/// Which kinds of request an archive of a class makes; an empty kind is none.
struct RequestKinds {
    std::string upload = "upload";        ///< an archive that goes up in one piece
    std::string begin{};                  ///< the begin of an upload in parts
    std::string part = "upload";          ///< one part
    std::string complete{};               ///< the end of an upload in parts
    std::string retrieval = "retrieval";  ///< an archive asked for
};

/// What holds for a storage class at any price.
struct ClassTerms {
    std::string name{};           ///< "glacier"
    Bytes overhead{};             ///< billed with each archive, at the class's rate
    Bytes standard_overhead{};    ///< billed with each archive besides, at the rate of another class
    Bytes minimum_size{};         ///< a smaller archive is billed as if it had this size
    Duration minimum_duration{};  ///< billed for at least this long
    storage::PartRule parts = storage::PartRule::powers_of_two;
    RequestKinds kinds{};
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
    std::optional<Instant> closed_to_new_customers{};
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

/// The prices that somebody who first used the service at this instant could no longer have: the book is
/// closed to new customers by then.
[[nodiscard]] bool is_closed_at(const PriceBook& book, Instant instant);

/// The terms of a class, nullptr when the book has no such class.
[[nodiscard]] const ClassTerms* find_class(const PriceBook& book, std::string_view name);

/// Names for messages, each once, in the order of the book.
[[nodiscard]] std::vector<std::string> class_names(const PriceBook& book);
[[nodiscard]] std::vector<std::string> kind_names(const PriceBook& book);
[[nodiscard]] std::vector<std::string> tier_names(const PriceBook& book);

}  // namespace firn::pricing
