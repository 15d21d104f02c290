#pragma once

#include "core/alternatives/parameter.hpp"
#include "core/diag/source_location.hpp"
#include "core/pricing/price_book.hpp"
#include "core/units/money.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firn::alternatives {

/// What kind of place archives are kept in (docs/alternatives.md has the arithmetic of each).
enum class Kind {
    usb_drives,         ///< external disks, driven to a safe
    second_datacenter,  ///< servers in rented space
    tape,               ///< cartridges and a stand-alone drive
    price_book,         ///< a storage class of a price book
    archive_service,    ///< another service by a few prices
    vendor_quote,       ///< an offer: so much a TB-month
    set,                ///< two or three of the others together
};

/// "usb_drives", ...
[[nodiscard]] std::string_view to_text(Kind kind);
[[nodiscard]] std::optional<Kind> parse_kind(std::string_view text);
/// All names, in the order of the enumeration.
[[nodiscard]] const std::vector<std::string>& kind_names();

/// From a month of the horizon on, what is bought costs so many times what its price says: a flood, a
/// shortage.
struct Shock {
    int year = 0;  ///< calendar year
    Rational factor{1};
};

/// What a charge of one month costs by a price book, before any parameter.
struct BilledAmount {
    std::string purpose{};
    Money cost{};
    Grade grade = Grade::sourced;
};

/// What a price book bills for the demand: the same in every case, so that it is priced once.
struct BookBill {
    std::vector<std::vector<BilledAmount>> months{};
    Money exit{};                      ///< over what the last month costs anyway
    bool has_egress = false;           ///< what is sent out is among the amounts, and in the exit
    std::vector<Rational> sent{};      ///< bytes sent out by month, where it is not
    std::vector<std::string> notes{};  ///< how it was billed
};

/// One way to keep the archives.
struct Alternative {
    std::string name{};
    Kind kind = Kind::vendor_quote;
    Parameters parameters{};
    std::vector<Shock> shocks{};         ///< of prices of drives and servers
    std::vector<std::string> members{};  ///< of a set: names
    // Of a price book:
    std::string price_book{};
    std::string region{};
    std::string storage_class{};
    std::string tier{};                        ///< of retrievals; empty: the usual one
    std::string service{};                     ///< of an archive service: "wasabi"
    std::optional<pricing::PriceBook> book{};  ///< once it is found
    std::shared_ptr<const BookBill> bill{};    ///< once it is priced
    std::string currency{};                    ///< of the sums that are stated; empty: the comparison's
    Rational book_rate{1};                     ///< what one of the book's currency costs in it
    SourceLocation where{};
};

/// Whether a name is that of the alternative itself or of a member of it.
[[nodiscard]] bool is_part_of(const Alternative& alternative, const std::string& name);

/// The question: alternatives, and what holds for all of them.
struct Comparison {
    std::string currency = "USD";
    Rational discount_rate{8, 100};                          ///< a year, above -1
    Rational inflation{25, 1000};                            ///< of labour, mileage, rent and power, a year
    std::map<std::string, Rational> exchange{};              ///< one unit of a foreign currency in `currency`
    std::map<std::string, SourceLocation> exchange_where{};  ///< where each of these stands
    std::string current{};                                   ///< the alternative that runs today; empty: none
    int overlap = 0;  ///< months for which it runs on beside each other one
    std::vector<Alternative> alternatives{};
    std::optional<SourceLocation> stated_demand{};  ///< where the same file states one
};

}  // namespace firn::alternatives
