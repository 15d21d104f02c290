#include "cli/restore_options.hpp"

#include "cli/book_day.hpp"
#include "cli/restore_reading.hpp"
#include "cli/text_options.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/report/restore_place.hpp"
#include "core/storage/retrieval_times.hpp"
#include "core/units/counted_text.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"
#include "core/usage/restored_copies.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace firn::cli {

namespace {

using report::SaidBy;
using restore::Wish;

constexpr std::array kTextOptions = std::to_array<TextOption>({
    {"--class", "CLASS", "Storage class of the archives: glacier, flexible, deep_archive, instant"},
    {"--bytes", "BYTES", "How much is to be back, such as 8TiB"},
    {"--archives", "N", "In how many archives it lies"},
    {"--share", "PERCENT [100 %]", "Of a scenario's archives, such as 5%: the first ones by number"},
    {"--stored", "BYTES",
     "What lies there in all, where a part of it is free to retrieve (until November "
     "2016) [--bytes]"},
    {"--within", "DURATION", "The deadline, such as 48h: the cheapest way that meets it is chosen"},
    {"--budget", "AMOUNT", "The most it may cost; without a deadline the fastest way within it is chosen"},
    {"--link", "RATE [160 MB/s]", "Of the line over which is downloaded, such as 1Gbit/s"},
    {"--unpack-rate", "RATE [100 MB/s]", "At which files are unpacked from an archive"},
    {"--request-rate", "N [1000]", "Requests a second that the service takes; vaults: without limit"},
    {"--copy-days", "N", "How many days restored copies lie there [as few as outlast the download]"},
    {"--tier", "TIER", "Only this one: expedited, standard, bulk"},
    {"--pacing", "PACING", "Only this one: none, link, deadline, free, capacity"},
    {"--date", "DATE",
     "Begin of the restore, whose month's prices count: 2026-09 or 2026-09-18T22:00Z [the "
     "last month for which the price book was checked]"},
    {"--rule", "RULE", "Of the fee by the largest hour: first-faq or reworked-faq [as the price book says]"},
    {"--region", "REGION [us-east-1]", "Where the archives lie"},
    {"--price-book", "BOOK", "A name in the catalogue, a file or a folder [the book that has the class]"},
});

/// What a download does when nobody says otherwise: as a scenario's defaults, 8 workers at 20 MB/s.
constexpr ByteRate kUsualLink{160'000'000};
constexpr ByteRate kUsualUnpacking{100'000'000};

/// The date of the option; `usual` without one.
Instant read_start(RestoreReading& reading, const pricing::PriceBook& book, Instant usual) {
    const std::string* text = reading.text_of("--date");
    if (text == nullptr) return usual;
    const auto month = BillingPeriod::parse(*text);
    const auto day = book_day("--date", month ? firn::to_text(month->begin()) : *text, book);
    if (day) return *day;
    reading.add(day.error());
    return {};
}

/// Begin, link, unpacking and requests, with who says each; `usual` says what no option does.
void read_place(RestoreReading& reading, const pricing::PriceBook& book, SaidBy usual, StatedWish& stated) {
    Wish& wish = stated.wish;
    report::PlaceBasis basis{.start = usual,
                             .link = usual,
                             .unpack_rate = usual,
                             .request_rate = wish.request_rate ? usual : SaidBy::nobody};
    const auto take = [](auto& number, const auto& given, SaidBy& by) {
        if (!given) return;
        number = *given;
        by = SaidBy::option;
    };
    wish.start = read_start(reading, book, wish.start);
    if (reading.text_of("--date") != nullptr) basis.start = SaidBy::option;
    take(wish.link, reading.value("--link", parse_byte_rate), basis.link);
    take(wish.unpack_rate, reading.value("--unpack-rate", parse_byte_rate), basis.unpack_rate);
    take(wish.request_rate, reading.positive("--request-rate"), basis.request_rate);
    restore::fill_request_rate(wish);
    stated.assumptions = report::assumptions_of_place(wish, basis);
}

/// What holds with and without a scenario. `stated` has the class and what is usual.
void read_common(RestoreReading& reading, const pricing::PriceBook& book, SaidBy usual, StatedWish& stated) {
    Wish& wish = stated.wish;
    read_place(reading, book, usual, stated);
    wish.stay_in_region = reading.stays_in_region();
    wish.copy_days = reading.positive("--copy-days", usage::kMostCopyDays);
    wish.within = reading.value("--within", parse_duration);
    const auto budget = reading.value("--budget", parse_amount);
    if (budget) wish.budget = Money{*budget};
    if (const std::string* tier = reading.text_of("--tier")) wish.tier = *tier;
    wish.pacing = reading.pacing("--pacing");
    if (const auto rule = reading.rule("--rule")) wish.rules.retrieval = rule;
}

/// Which classes there are the price book says.
void check_class(RestoreReading& reading, const pricing::PriceBook& book, const std::string& name) {
    if (pricing::find_class(book, name) != nullptr) return;
    const std::vector<std::string> names = pricing::class_names(book);
    const std::string near = closest_to(name, names);
    reading.add({.code = "class-unknown",
                 .where = {"--class", 0, 0},
                 .what = fmt::format("the price book {} has no class {}", book.name, firn::quoted(name)),
                 .expected = one_of(names),
                 .remedy = near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)});
}

/// --what-if and --prices-as-of, as the other commands have them.
void read_price_changes(const RestoreOptions& options, RestoreReading& reading, StatedWish& stated) {
    scenario::Scenario priced;
    Diagnostics wrong = apply_price_changes(options.price_changes, priced);
    if (!wrong.empty()) reading.add(std::move(wrong));
    if (priced.billing) stated.wish.billing = *std::move(priced.billing);
}

void require_amounts(RestoreReading& reading) {
    reading.require("--bytes", "an amount, such as 8TiB");
    reading.require("--archives", "a number, such as 32768");
}

void check_amounts(RestoreReading& reading, const Wish& wish) {
    if (wish.archives == 0 || wish.bytes == Bytes{}) {
        reading.add(
            {.code = "restore-empty",
             .where = {reading.text_of("--share") != nullptr ? "--share"
                       : wish.archives == 0                  ? "--archives"
                                                             : "--bytes",
                       0, 0},
             .what = fmt::format("{} in {}: there is nothing to restore", firn::to_text(wish.bytes),
                                 counted(static_cast<std::uint64_t>(wish.archives), "archive", "archives")),
             .expected = "at least one archive of at least one byte"});
    } else if (wish.archives > wish.bytes.count()) {
        reading.add(
            {.code = "restore-archives-too-many",
             .where = {"--archives", 0, 0},
             .what = fmt::format("{} cannot lie in {} archives", firn::to_text(wish.bytes), wish.archives),
             .expected = "at least one byte in each archive"});
    }
    if (wish.stored_bytes < wish.bytes) {
        reading.add({.code = "restore-more-than-stored",
                     .where = {"--stored", 0, 0},
                     .what = fmt::format("of {} that lie there, {} cannot be restored",
                                         firn::to_text(wish.stored_bytes), firn::to_text(wish.bytes)),
                     .expected = "at least what is to be restored"});
    }
}

}  // namespace

void add_restore_options(CLI::App& command, RestoreOptions& options) {
    command
        .add_option(
            "scenario", options.scenario,
            "In place of --class, --bytes and --archives: what lies in this scenario's vault after its "
            "last month")
        ->option_text("SCENARIO|FILES");
    add_text_options(command, kTextOptions, options.texts);
    command.add_flag("--stay-in-region", options.stay_in_region,
                     "What is restored is used in the region: no transfer out");
    add_price_options(command, options.price_changes);
}

Result<NamedBook> book_of(const RestoreOptions& options) {
    RestoreReading reading{options};
    reading.require("--class", "a storage class, such as deep_archive");
    if (reading.failed()) {
        require_amounts(reading);
        return reading.faults();
    }
    const std::string& storage_class = *reading.text_of("--class");
    const auto text_or = [&](const char* option, std::string usual) {
        const std::string* text = reading.text_of(option);
        return text == nullptr ? std::move(usual) : *text;
    };
    return NamedBook{
        text_or("--price-book", storage::is_vault(storage_class) ? "aws-glacier" : "aws-s3-glacier"),
        text_or("--region", "us-east-1")};
}

Result<StatedWish> wish_of(const RestoreOptions& options, const pricing::PriceBook& book) {
    RestoreReading reading{options};
    StatedWish stated;
    Wish& wish = stated.wish;
    wish.storage_class = *reading.text_of("--class");
    check_class(reading, book, wish.storage_class);
    read_price_changes(options, reading, stated);
    wish.link = kUsualLink;
    wish.unpack_rate = kUsualUnpacking;
    require_amounts(reading);
    const auto bytes = reading.value("--bytes", parse_bytes);
    const auto archives = reading.value("--archives", parse_count);
    const auto stored = reading.value("--stored", parse_bytes);
    if (reading.text_of("--share") != nullptr) {
        reading.add({.code = "restore-share-without-scenario",
                     .where = {"--share", 0, 0},
                     .what = "a share is of what lies in a scenario's vault, and no scenario is named",
                     .remedy = "say --bytes and --archives of what is to be restored"});
    }
    wish.bytes = bytes.value_or(Bytes{});
    wish.archives = archives.value_or(0);
    wish.stored_bytes = stored.value_or(wish.bytes);
    wish.stored_archives = wish.archives;
    wish.start = pricing::last_checked_month(book).begin();
    read_common(reading, book, SaidBy::nobody, stated);
    if (bytes && archives) check_amounts(reading, wish);
    if (reading.failed()) return reading.faults();
    return stated;
}

Result<StatedWish> wish_of(const RestoreOptions& options, const scenario::Scenario& scenario,
                           const planner::StoredArchives& stored, const pricing::PriceBook& book) {
    RestoreReading reading{options};
    for (const char* option : {"--class", "--bytes", "--archives", "--stored"}) {
        if (reading.text_of(option) == nullptr) continue;
        reading.add({.code = "restore-stated-twice",
                     .where = {option, 0, 0},
                     .what = "the scenario says what lies there",
                     .expected = "a scenario with --share, or options alone"});
    }
    const auto share = reading.share("--share").value_or(Rational{100});
    StatedWish result{.wish = planner::restore_wish_of(scenario, stored, share)};
    read_common(reading, book, SaidBy::scenario, result);
    check_amounts(reading, result.wish);
    if (reading.failed()) return reading.faults();
    return result;
}

}  // namespace firn::cli
