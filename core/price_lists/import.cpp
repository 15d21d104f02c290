#include "core/price_lists/import.hpp"

#include "core/price_lists/book_shape.hpp"
#include "core/price_lists/price_timeline.hpp"
#include "core/pricing/check_price_book.hpp"
#include "core/pricing/day_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace firn::price_lists {

namespace {

using pricing::Band;
using pricing::PriceBook;
using pricing::PricePeriod;

constexpr Duration kDay = std::chrono::days{1};

/// The address that the vendor's guide gives for an edition of a list.
std::string address_of(const ListIdentity& list, const std::string& region) {
    const bool is_regional = list.offer != offer::kTransfer;
    return fmt::format("https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/{}/{}{}{}/index.json",
                       list.offer, list.version.empty() ? "current" : list.version, is_regional ? "/" : "",
                       is_regional ? region : "");
}

std::size_t source_of(const RegionPrices& edition, PriceBook& book) {
    const std::string id = fmt::format("{}-{}", edition.list.offer, edition.list.published);
    const auto known = std::find_if(book.sources.begin(), book.sources.end(),
                                    [&](const pricing::Source& source) { return source.id == id; });
    if (known != book.sources.end()) return static_cast<std::size_t>(known - book.sources.begin());
    book.sources.push_back(
        {.id = id,
         .title = fmt::format("Amazon price list {}, version {}", edition.list.offer, edition.list.version),
         .address = address_of(edition.list, edition.region),
         .date = edition.list.published});
    return book.sources.size() - 1;
}

/// The prices of a product as periods that hold on, by the day on which they take effect. A first range that
/// costs nothing is a free amount.
std::vector<PricePeriod> periods_of(const Product& product, bool& names_free) {
    std::vector<PricePeriod> periods;
    for (const ListedPrice& price : product.prices) {
        if (periods.empty() || periods.back().from != price.effective)
            periods.push_back({.from = price.effective, .until = pricing::open_end()});
        periods.back().bands.push_back({.up_to = price.end, .price = UnitPrice{price.price}});
    }
    for (PricePeriod& period : periods) {
        const Band& first = period.bands.front();
        if (period.bands.size() == 1 || first.price.per_unit() != 0) continue;
        names_free = true;
        period.free = *first.up_to;
        period.bands.erase(period.bands.begin());
    }
    for (std::size_t i = 1; i < periods.size(); ++i)
        periods[i - 1].until = periods[i].from;
    return periods;
}

/// The free amount at that time, or at the nearest that is known.
Rational free_at(const std::vector<PricePeriod>& periods, Instant instant) {
    Rational free = periods.empty() ? Rational{0} : periods.front().free;
    for (const PricePeriod& period : periods) {
        if (period.from <= instant) free = period.free;
    }
    return free;
}

/// Whether it is an edition of the service's list: "AmazonS3 price list", but not
/// "AmazonS3GlacierDeepArchive".
bool is_list_of(const pricing::Source& source, std::string_view offer) {
    const std::size_t at = source.title.find(offer);
    return at != std::string::npos && source.title.find_first_of(" ,", at) == at + offer.size();
}

/// The day on which the charge was last checked: that of the newest source of its last price, if that is a
/// list of the service; otherwise the book's.
std::string last_check(const pricing::Tariff& tariff, std::string_view offer, const PriceBook& book,
                       const std::string& checked_before) {
    if (tariff.periods.empty()) return checked_before;
    const pricing::Source* newest = nullptr;
    for (const std::size_t index : tariff.periods.back().evidence.sources) {
        const pricing::Source& source = book.sources.at(index);
        if (newest == nullptr || newest->date < source.date) newest = &source;
    }
    if (newest == nullptr || !is_list_of(*newest, offer)) return checked_before;
    return std::min(newest->date, checked_before);
}

/// Until when the last price of a list holds: on, unless the charge was checked later than the list appeared.
Instant end_of_last(const std::vector<PricePeriod>& periods, Instant published, bool is_newer) {
    if (!is_newer) return published + kDay;
    for (const PricePeriod& period : periods) {
        if (period.from > published) return period.from;
    }
    return pricing::open_end();
}

/// What every price of an edition is put with.
struct Edition {
    const ListIdentity& list;
    std::size_t source = 0;
    Instant published{};
    const std::string& checked_before;
};

/// The book's price behind that of an older list begins on a day that nothing names.
void mark_after(std::vector<PricePeriod>& periods, const PricePeriod& piece, const ListIdentity& list) {
    for (PricePeriod& period : periods) {
        if (period.from != piece.until || same_bands(period.bands, piece.bands)) continue;
        if (!period.evidence.doubt.empty()) continue;
        period.evidence.doubt = fmt::format(
            "the list {} of {} has another price until then: on which day this one began is not known",
            list.offer, list.published);
    }
}

void put(const FoundPrice& found, const Edition& edition, PriceBook& book) {
    const Rule& rule = *found.rule;
    auto& tariff = book.tariffs[tariff_for(book, rule.charge, rule.storage_class, rule.kind, rule.tier)];
    // At another charge's rate there is nothing to put.
    if (tariff.rate_of || tariff.peak_fee) return;
    bool names_free = false;
    const Instant published = edition.published;
    const bool is_newer =
        edition.list.published >= last_check(tariff, edition.list.offer, book, edition.checked_before);
    std::vector<PricePeriod> pieces = periods_of(*found.product, names_free);
    pieces.back().until = std::max(pieces.back().from, end_of_last(tariff.periods, published, is_newer));
    for (PricePeriod& piece : pieces) {
        if (!names_free) piece.free = free_at(tariff.periods, piece.from);
        piece.evidence = {
            .sources = {edition.source}, .doubt = std::string{rule.doubt}, .sku = found.product->sku};
        piece.where = found.product->where;
        overlay(tariff.periods, piece);
    }
    if (!is_newer) mark_after(tariff.periods, pieces.back(), edition.list);
}

/// The day up to which all lists together check the book: the last edition of each, and of those the first.
std::string checked_until(const std::vector<RegionPrices>& editions) {
    std::map<std::string, std::string> last;
    for (const RegionPrices& edition : editions)
        last[edition.list.offer] = std::max(last[edition.list.offer], edition.list.published);
    std::string first;
    for (const auto& [offer, day] : last)
        first = first.empty() ? day : std::min(first, day);
    return first;
}

std::string currency_of(const RegionPrices& edition) {
    return edition.prices.front().product->prices.front().currency;
}

Result<bool> check_same(const RegionPrices& edition, const PriceBook& book) {
    if (book.name != edition.book) {
        return failure({.code = "list-book-differs",
                        .where = {.file = edition.list.file},
                        .what = fmt::format("prices of {} belong into the book {}, not into {}",
                                            edition.list.offer, edition.book, book.name),
                        .expected = fmt::format("a list for {}", book.name)});
    }
    if (book.currency == currency_of(edition)) return true;
    return failure({.code = "list-currencies",
                    .where = edition.prices.front().product->prices.front().where,
                    .what = fmt::format("the prices of the list are in {}, those of the book in {}",
                                        currency_of(edition), book.currency),
                    .expected = "one currency in a book"});
}

std::string time_text(const BookChange& change) {
    const std::string from = pricing::day_text(change.from);
    if (change.until >= pricing::open_end()) return fmt::format("from {} on", from);
    return fmt::format("from {} until before {}", from, pricing::day_text(change.until));
}

void note_contradictions(ImportedBook& imported) {
    for (const BookChange& change : imported.changes) {
        if (!change.contradicts_checked) continue;
        imported.notes.push_back(
            {.code = "list-contradicts-book",
             .severity = Severity::warning,
             .where = change.where,
             .what = fmt::format("{} {} is {} by the list; the book, checked until {}, had {}",
                                 change.charge_text(), time_text(change), change.after_text(),
                                 imported.before.verified_until, change.before_text()),
             .expected = "prices that begin after the book's last check, or those of the book",
             .remedy = "the list counts; if it should not, leave it out or restore the period in the book"});
    }
}

}  // namespace

Result<ImportedBook> import_prices(const std::vector<RegionPrices>& editions, const PriceBook* onto) {
    ImportedBook imported;
    const RegionPrices& first = editions.front();
    if (onto != nullptr) {
        imported.before = *onto;
        imported.book = *onto;
    } else {
        imported.book = book_shape(first.book, first.region);
        imported.book.currency = currency_of(first);
        imported.book.usage_type_prefix = first.prefix;
    }
    PriceBook& book = imported.book;
    const std::string checked_before = book.verified_until;
    std::map<const Rule*, const Product*> last;
    for (const RegionPrices& edition : editions) {
        const auto same = check_same(edition, book);
        if (!same) return same.error();
        imported.lists.push_back(edition.list);
        const std::size_t source = source_of(edition, book);
        const Instant published = *parse_rfc3339(edition.list.published);
        for (const FoundPrice& found : edition.prices) {
            put(found, {edition.list, source, published, checked_before}, book);
            last[found.rule] = found.product;
        }
    }
    for (const auto& [rule, product] : last)
        imported.prices.push_back({rule, product});
    book.verified_until = std::max(checked_before, checked_until(editions));
    settle(book);
    Diagnostics faults = pricing::check(book);
    if (has_errors(faults)) return faults;
    if (onto != nullptr) imported.changes = book_changes(imported.before, book);
    note_contradictions(imported);
    return imported;
}

}  // namespace firn::price_lists
