#include "cli/move_options.hpp"

#include "cli/text_options.hpp"
#include "core/diag/did_you_mean.hpp"
#include "core/pricing/price_validity.hpp"
#include "core/storage/multipart.hpp"
#include "core/units/quantity_text.hpp"
#include "core/units/utf8_text.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <array>
#include <chrono>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace firn::cli {

namespace {

using planner::MoveWish;
using pricing::Grade;

constexpr std::array kTextOptions = std::to_array<TextOption>({
    {"--objects", "N", "How many objects there are, in place of a listing"},
    {"--object-size", "BYTES", "Their mean size, such as 100kB"},
    {"--from-class", "CLASS [standard]", "Storage class in which they lie"},
    {"--to-class", "CLASS", "Only into this class: instant, flexible, deep_archive [each of them]"},
    {"--bundle-size", "BYTES [128 MiB]", "Of the archives, where objects are bundled"},
    {"--part-size", "BYTES", "Upload bundles in parts of this size [in one request up to 4 GiB]"},
    {"--overlap", "DURATION [30 days]", "How long bundled objects lie in both places, until all is verified"},
    {"--age", "DURATION", "How long the objects lie where they lie [longer than any minimum duration]"},
    {"--months", "N [36]", "Over so many months the ways are compared"},
    {"--month", "MONTH",
     "Whose prices count, such as 2026-09 [the last month for which the price book was checked]"},
    {"--region", "REGION [us-east-1]", "Where the objects lie"},
    {"--price-book", "BOOK [aws-s3-glacier]", "A name in the catalogue, a file or a folder"},
    {"--from", "FORMAT", "Format of the listing [detected]"},
    {"--columns", "NAMES", "Columns of the listing, such as time=LastModified,size=Size"},
});

constexpr std::int64_t kMostMonths = 1200;
constexpr Bytes kLeastBundle = Bytes::from_mib(1);
constexpr Bytes kLargestBundle = Bytes::from_tib(1);

/// Reads the options one after the other and collects what is wrong with them.
class MoveReading {
  public:
    MoveReading(const MoveOptions& options, const pricing::PriceBook& book)
        : options_{options}, book_{book} {}

    Result<StatedMove> read() {
        StatedMove stated;
        read_wish(stated);
        read_stock(stated);
        if (!faults_.empty()) return faults_;
        return stated;
    }

  private:
    [[nodiscard]] bool is_given(const std::string& option) const { return options_.texts.contains(option); }

    void report(const std::string& option, std::string code, std::string what, std::string expected) {
        faults_.push_back({.code = std::move(code),
                           .where = {option, 0, 0},
                           .what = std::move(what),
                           .expected = std::move(expected)});
    }

    template <class Parser>
    auto value(const std::string& option, Parser parse)
        -> std::optional<std::decay_t<decltype(parse(std::string_view{}).value())>> {
        const auto text = options_.texts.find(option);
        if (text == options_.texts.end()) return std::nullopt;
        auto parsed = parse(text->second);
        if (parsed) return *parsed;
        faults_.push_back({.code = parsed.error().code,
                           .where = {option, 0, 0},
                           .what = parsed.error().what,
                           .expected = parsed.error().expected,
                           .remedy = parsed.error().remedy});
        return std::nullopt;
    }

    std::optional<std::int64_t> positive(const std::string& option, std::int64_t most) {
        const auto count = value(option, parse_count);
        if (!count || (*count > 0 && *count <= most)) return count;
        if (*count == 0)
            report(option, "number-zero", "\"0\" is nothing", "a whole number above zero");
        else
            report(option, "value-out-of-range", fmt::format("{} is out of range", *count),
                   fmt::format("at most {}", most));
        return std::nullopt;
    }

    void read_month(StatedMove& stated) {
        const auto month = value("--month", parse_month);
        stated.wish.month = month.value_or(pricing::last_checked_month(book_));
        if (!is_given("--month"))
            stated.assumptions.push_back(
                {fmt::format("prices of {}, the last month they were checked", to_text(stated.wish.month)),
                 Grade::assumed,
                 {}});
    }

    /// Months have years of four digits.
    void check_last_month(const MoveWish& wish) {
        const BillingPeriod last{std::chrono::year{9999} / std::chrono::December};
        const std::int64_t left = months_between(wish.month, last) + 1;
        if (wish.months > left)
            report("--months", "value-out-of-range",
                   fmt::format("{} months from {} on are out of range", wish.months, to_text(wish.month)),
                   fmt::format("at most {}, to {}", left, to_text(last)));
    }

    void read_bundles(MoveWish& wish) {
        wish.bundle_size = value("--bundle-size", parse_bytes).value_or(wish.bundle_size);
        if (wish.bundle_size < kLeastBundle || wish.bundle_size > kLargestBundle)
            report("--bundle-size", "value-out-of-range",
                   fmt::format("{} is out of range", to_text(wish.bundle_size)), "1 MiB to 1 TiB");
        wish.part_size = value("--part-size", parse_bytes);
        if (wish.part_size && *wish.part_size < storage::kSmallestS3Part)
            report("--part-size", "value-out-of-range",
                   fmt::format("{} is out of range", to_text(*wish.part_size)), "at least 5 MiB");
    }

    /// Which classes there are the price book says.
    void check_class(const std::string& option, const std::string& name) {
        if (pricing::find_class(book_, name) != nullptr) return;
        const std::vector<std::string> names = pricing::class_names(book_);
        const std::string near = closest_to(name, names);
        faults_.push_back(
            {.code = "class-unknown",
             .where = {option, 0, 0},
             .what = fmt::format("the price book {} has no class {}", book_.name, firn::quoted(name)),
             .expected = one_of(names),
             .remedy = near.empty() ? "" : fmt::format("did you mean \"{}\"?", near)});
    }

    void read_wish(StatedMove& stated) {
        MoveWish& wish = stated.wish;
        wish.from = options_.text_or("--from-class", wish.from);
        check_class("--from-class", wish.from);
        if (is_given("--to-class")) {
            wish.to = options_.texts.at("--to-class");
            check_class("--to-class", *wish.to);
        }
        read_month(stated);
        wish.months = positive("--months", kMostMonths).value_or(wish.months);
        check_last_month(wish);
        read_bundles(wish);
        wish.overlap = value("--overlap", parse_duration).value_or(std::chrono::days{30});
        wish.age = value("--age", parse_duration);
        stated.assumptions.push_back(
            {fmt::format("bundled objects lie in both places for {}", to_text(wish.overlap)),
             is_given("--overlap") ? Grade::stated : Grade::assumed,
             {}});
        if (!wish.age)
            stated.assumptions.push_back(
                {"the objects lie there longer than their class's minimum duration (--age says otherwise)",
                 Grade::assumed,
                 {}});
    }

    void read_stock(StatedMove& stated) {
        const bool has_amounts = is_given("--objects") || is_given("--object-size");
        if (!options_.listing.empty()) {
            if (has_amounts)
                report("--objects", "move-stated-twice", "the listing says what there is",
                       "a listing, or --objects with --object-size");
            return;
        }
        if (!is_given("--objects") || !is_given("--object-size")) {
            faults_.push_back({.code = "argument-missing",
                               .what = "firn move: nothing says which objects there are",
                               .expected = "a listing, or --objects and --object-size",
                               .remedy = "firn move --help shows what there is"});
        }
        const auto objects = positive("--objects", std::numeric_limits<std::int64_t>::max());
        const auto size = value("--object-size", parse_bytes);
        if (size && *size == Bytes{})
            report("--object-size", "number-zero", "\"0\" is nothing", "at least 1 B");
        if (objects && size) fill(*objects, *size, stated);
    }

    void fill(std::int64_t objects, Bytes size, StatedMove& stated) {
        const Int128 each = Int128{size.count()} + planner::kMostTarOverhead.count();
        if (objects * each > planner::kMostStockBytes.count()) {
            report("--objects", "stock-too-large",
                   fmt::format("{} objects of {} are more than can be counted", objects, to_text(size)),
                   "at most 2 EiB in all");
            return;
        }
        stated.stock = planner::empty_stock();
        planner::add_objects(*stated.stock, size, objects);
        stated.assumptions.push_back(
            {fmt::format("all objects have the size of {}; a listing tells how sizes differ", to_text(size)),
             Grade::assumed,
             {}});
    }

    const MoveOptions& options_;
    const pricing::PriceBook& book_;
    Diagnostics faults_{};
};

}  // namespace

std::string MoveOptions::text_or(const std::string& option, std::string usual) const {
    const auto found = texts.find(option);
    return found == texts.end() ? std::move(usual) : found->second;
}

void add_move_options(CLI::App& command, MoveOptions& options) {
    command
        .add_option("LISTING", options.listing,
                    "A listing of the objects (S3 Inventory, aws s3 ls, rclone, a trace, a folder)")
        ->option_text("[LISTING]");
    add_text_options(command, kTextOptions, options.texts);
}

Result<StatedMove> move_of(const MoveOptions& options, const pricing::PriceBook& book) {
    return MoveReading{options, book}.read();
}

}  // namespace firn::cli
