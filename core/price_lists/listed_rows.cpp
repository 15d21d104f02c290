#include "core/price_lists/listed_rows.hpp"

#include "core/price_lists/rules.hpp"
#include "core/pricing/day_text.hpp"
#include "core/units/exact_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

namespace firn::price_lists {

namespace {

using pricing::PriceBook;
using pricing::PricePeriod;
using pricing::Tariff;

constexpr std::size_t kPlaces = 10;  ///< that prices of lists have

const PricePeriod* period_at(const Tariff& tariff, Instant day) {
    const auto found =
        std::find_if(tariff.periods.begin(), tariff.periods.end(),
                     [&](const PricePeriod& period) { return period.from <= day && day < period.until; });
    return found == tariff.periods.end() ? nullptr : &*found;
}

/// The first rule that prices the charge.
const Rule* rule_of(const PriceBook& book, const Tariff& tariff) {
    const auto all = rules();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Rule& rule) {
        return rule.book == book.name && rule.charge == tariff.charge &&
               rule.storage_class == tariff.storage_class && rule.kind == tariff.kind &&
               rule.tier == tariff.tier && rule.unit == tariff.unit;
    });
    return found == all.end() || tariff.peak_fee ? nullptr : &*found;
}

/// The one that the rule prefers.
std::string operation_of(const Rule& rule) {
    const std::string_view first = rule.operations.substr(0, rule.operations.find(' '));
    return first == "-" ? std::string{} : std::string{first};
}

bool is_whole(const PricePeriod& period) {
    const bool is_known = std::all_of(period.bands.begin(), period.bands.end(),
                                      [](const pricing::Band& band) { return band.is_known; });
    const auto& first_end = period.bands.front().up_to;
    return is_known && (!first_end || period.free < *first_end);
}

/// "0.0036000000": with the decimals that lists have, and more where the price needs them; nullopt for a
/// price that is no decimal.
std::optional<std::string> price_text(const Rational& price) {
    std::string text = exact_text(price);
    if (text.find('/') != std::string::npos) return std::nullopt;
    if (text.find('.') == std::string::npos) text += '.';
    const std::size_t places = text.size() - text.find('.') - 1;
    if (places < kPlaces) text.append(kPlaces - places, '0');
    return text;
}

/// FNV-1a (64 bits): a name that is the same each time.
std::string made_sku(std::string_view offer, const Rule& rule, std::string_view region) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : fmt::format("{} {} {} {}", offer, region, rule.usage_type, operation_of(rule)))
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return fmt::format("FIRN{:012X}", hash & 0xFFFFFFFFFFFFU);
}

std::string name_of(const Tariff& tariff) {
    std::string name{usage::to_text(tariff.charge)};
    std::string details;
    for (const std::string& detail : {tariff.storage_class, tariff.kind, tariff.tier}) {
        if (!detail.empty()) details += (details.empty() ? "" : ", ") + detail;
    }
    return details.empty() ? name : fmt::format("{} ({})", name, details);
}

/// The rows of one charge; none when a number of it is no decimal.
std::vector<ListRow> rows_of(const ListRow& product, const PricePeriod& period) {
    std::vector<ListRow> rows;
    Rational begin = 0;
    const auto add = [&](const std::optional<Rational>& end, const Rational& price) {
        const auto text = price_text(price);
        const std::string end_text = end ? exact_text(*end) : "Inf";
        if (!text || end_text.find('/') != std::string::npos) return false;
        ListRow row = product;
        row.begin = exact_text(begin);
        row.end = end_text;
        row.price = *text;
        rows.push_back(std::move(row));
        begin = end.value_or(begin);
        return true;
    };
    bool all = period.free == 0 || add(period.free, Rational{0});
    for (const pricing::Band& band : period.bands)
        all = all && add(band.up_to, band.price.per_unit());
    if (!all) rows.clear();
    return rows;
}

/// Takes a book's charges one after the other.
class Listing {
  public:
    Listing(const PriceBook& book, Instant day) : book_{book}, day_{day} {
        result_.region = book.region;
        result_.currency = book.currency;
        result_.day = pricing::day_text(day);
    }

    ListedRows run() && {
        for (const Tariff& tariff : book_.tariffs) {
            if (!tariff.rate_of && !add(tariff)) result_.left_out.push_back(name_of(tariff));
        }
        return std::move(result_);
    }

  private:
    bool add(const Tariff& tariff) {
        const PricePeriod* const period = period_at(tariff, day_);
        if (period == nullptr) return true;
        const Rule* const rule = rule_of(book_, tariff);
        if (rule == nullptr || !is_whole(*period)) return false;
        ListRow product{.offer = std::string{rule->offer},
                        .usage_type = book_.usage_type_prefix + std::string{rule->usage_type},
                        .operation = operation_of(*rule),
                        .unit = std::string{to_text(tariff.unit)},
                        .effective = pricing::day_text(period->from)};
        const auto rows = rows_of(product, *period);
        if (rows.empty() || is_listed(product)) return !rows.empty() && same_as_listed(product, rows);
        product.sku = sku_for(*period, *rule);
        for (ListRow row : rows) {
            row.sku = product.sku;
            result_.rows.push_back(std::move(row));
        }
        return true;
    }

    [[nodiscard]] static bool names_the_same(const ListRow& a, const ListRow& b) {
        return a.offer == b.offer && a.usage_type == b.usage_type && a.operation == b.operation;
    }

    [[nodiscard]] bool is_listed(const ListRow& product) const {
        return std::any_of(result_.rows.begin(), result_.rows.end(),
                           [&](const ListRow& row) { return names_the_same(row, product); });
    }

    /// Several charges may have one product; it has one price.
    [[nodiscard]] bool same_as_listed(const ListRow& product, const std::vector<ListRow>& rows) const {
        std::vector<ListRow> listed;
        for (const ListRow& row : result_.rows) {
            if (names_the_same(row, product)) listed.push_back(row);
        }
        return std::equal(listed.begin(), listed.end(), rows.begin(), rows.end(),
                          [](const ListRow& a, const ListRow& b) {
                              return a.begin == b.begin && a.end == b.end && a.price == b.price &&
                                     a.effective == b.effective;
                          });
    }

    std::string sku_for(const PricePeriod& period, const Rule& rule) {
        const std::string& sku = period.evidence.sku;
        if (!sku.empty() && skus_.insert(sku).second) return sku;
        return made_sku(rule.offer, rule, book_.region);
    }

    const PriceBook& book_;
    Instant day_;
    ListedRows result_;
    std::set<std::string> skus_;
};

}  // namespace

std::vector<std::string> ListedRows::offers() const {
    std::vector<std::string> found;
    for (const ListRow& row : rows) {
        if (std::find(found.begin(), found.end(), row.offer) == found.end()) found.push_back(row.offer);
    }
    return found;
}

ListedRows listed_rows(const PriceBook& book, Instant day) { return Listing{book, day}.run(); }

}  // namespace firn::price_lists
