#include "core/report/price_book_report.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/report/price_period_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firn::report {

using firn::to_text;
using pricing::grouped;
using pricing::to_text;
using usage::to_text;

namespace {

using pricing::Band;
using pricing::PriceBook;
using pricing::PricePeriod;
using pricing::Tariff;

/// Several names in one cell or sentence.
std::string list_text(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string sources_text(const pricing::Evidence& evidence, const PriceBook& book) {
    std::vector<std::string> names;
    for (const std::size_t index : evidence.sources)
        names.push_back(book.sources.at(index).id);
    return list_text(names);
}

/// Calls `visit(tariff, period)` for each set of prices that is to be shown.
template <class Visit>
void for_each_period(const PriceBookReport& report, Visit visit) {
    for (const Tariff& tariff : report.book.tariffs) {
        for (const PricePeriod& period : tariff.periods) {
            if (holds_on(period, report.day)) visit(tariff, period);
        }
    }
}

std::string price_text(const Band& band) { return band.is_known ? to_text(band.price) : "unknown"; }

std::string confirmed_text(const Tariff& tariff, const PricePeriod& period, const Band& band) {
    if (!band.is_known) return "";
    return joined_doubts(tariff, period, band).empty() ? "yes" : "no";
}

std::vector<std::string> band_row(const Tariff& tariff, const PricePeriod& period, std::size_t index,
                                  const PriceBook& book) {
    const Band& band = period.bands.at(index);
    return {std::string{to_text(tariff.charge)},
            tariff.storage_class,
            detail_text(tariff),
            std::string{to_text(tariff.unit)},
            day_text(period.from),
            last_day_text(period.until),
            band_text(period, index),
            price_text(band),
            index == 0 && period.free > 0 ? grouped(period.free) : "",
            confirmed_text(tariff, period, band),
            sources_text(period.evidence, book)};
}

bool is_shown(const Tariff& tariff, const PriceBookReport& report) {
    return std::any_of(tariff.periods.begin(), tariff.periods.end(),
                       [&](const PricePeriod& period) { return holds_on(period, report.day); });
}

/// What a charge without prices of its own is billed at, from the first to the last day of that rate.
std::vector<std::string> rate_row(const Tariff& tariff, const PriceBookReport& report) {
    const Tariff& rate = report.book.tariffs.at(*tariff.rate_of);
    return {std::string{to_text(tariff.charge)},
            tariff.storage_class,
            detail_text(tariff),
            std::string{to_text(tariff.unit)},
            day_text(tariff.periods.front().from),
            last_day_text(tariff.periods.back().until),
            "all",
            fmt::format("as {}", charge_text(rate)),
            "",
            "",
            ""};
}

std::vector<std::string> program_row(const Tariff& tariff, const PricePeriod& period, std::size_t index,
                                     const PriceBook& book) {
    const Band& band = period.bands.at(index);
    const auto decimal = [](const std::optional<Rational>& value) {
        return value ? format_decimal(*value) : std::string{};
    };
    const bool is_first = index == 0;
    return {std::string{to_text(tariff.charge)},
            tariff.storage_class,
            tariff.kind,
            tariff.tier,
            std::string{to_text(tariff.unit)},
            book.usage_type_prefix + tariff.usage_type,
            list_text(tariff.operations),
            day_text(period.from),
            period.until >= pricing::open_end() ? "" : day_text(period.until),
            is_first ? "0" : decimal(period.bands.at(index - 1).up_to),
            decimal(band.up_to),
            band.is_known ? to_text(band.price) : "",
            is_first ? format_decimal(period.free) : "0",
            confirmed_text(tariff, period, band),
            joined_doubts(tariff, period, band),
            period.evidence.sku,
            sources_text(period.evidence, book)};
}

std::string verified_text(const PriceBook& book) {
    std::string text = fmt::format("verified until {}", book.verified_until);
    if (end_of(book) >= pricing::open_end()) text += ", later days are held flat";
    if (book.closed_to_new_customers)
        text += fmt::format("; closed to new customers from {}", day_text(*book.closed_to_new_customers));
    return text;
}

std::string time_text(const PriceBookReport& report) {
    if (report.day) return "on " + day_text(*report.day);
    const std::string last = last_day_text(end_of(report.book));
    const std::string first = day_text(begin_of(report.book));
    return last == "open" ? fmt::format("from {} on", first) : fmt::format("from {} to {}", first, last);
}

/// Gathers the charges that share a doubt.
class DoubtList {
  public:
    void add(const Tariff& tariff, const std::string& doubt) {
        if (doubt.empty()) return;
        auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.doubt == doubt; });
        if (found == entries_.end()) found = entries_.insert(entries_.end(), Entry{doubt, {}});
        const std::string charge = charge_text(tariff);
        if (std::find(found->charges.begin(), found->charges.end(), charge) == found->charges.end())
            found->charges.push_back(charge);
    }

    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> texts;
        for (const Entry& entry : entries_)
            texts.push_back(fmt::format("{}: {}.", list_text(entry.charges), entry.doubt));
        return texts;
    }

  private:
    struct Entry {
        std::string doubt;
        std::vector<std::string> charges;
    };
    std::vector<Entry> entries_;
};

}  // namespace

bool holds_on(const PricePeriod& period, std::optional<Instant> day) {
    return !day || (period.from <= *day && *day < period.until);
}

std::string price_book_sentence(const PriceBookReport& report) {
    const PriceBook& book = report.book;
    return fmt::format("{} in {} ({}), {}, in {}; a GB is {} bytes, a month its real hours; {}.", book.name,
                       book.region, book.title, time_text(report), book.currency,
                       grouped(Rational{book.gb.count()}), verified_text(book));
}

Table prices_table(const PriceBookReport& report) {
    Table table{{{"charge", Align::left},
                 {"class", Align::left},
                 {"kind, tier", Align::left},
                 {"unit", Align::left},
                 {"from", Align::left},
                 {"last day", Align::left},
                 {"quantity", Align::left},
                 {"price"},
                 {"free"},
                 {"confirmed", Align::left},
                 {"sources", Align::left}}};
    for (const Tariff& tariff : report.book.tariffs) {
        if (tariff.rate_of) {
            if (is_shown(tariff, report)) table.rows.push_back(rate_row(tariff, report));
            continue;
        }
        for (const PricePeriod& period : tariff.periods) {
            if (!holds_on(period, report.day)) continue;
            for (std::size_t i = 0; i < period.bands.size(); ++i)
                table.rows.push_back(band_row(tariff, period, i, report.book));
        }
    }
    return table;
}

Table prices_for_programs(const PriceBookReport& report) {
    Table table;
    for (const std::string_view heading :
         {"charge", "class", "kind", "tier", "unit", "usage_type", "operations", "from", "until", "above",
          "up_to", "price", "free", "confirmed", "doubt", "sku", "sources"}) {
        table.columns.push_back({std::string{heading}, Align::left});
    }
    for_each_period(report, [&](const Tariff& tariff, const PricePeriod& period) {
        for (std::size_t i = 0; i < period.bands.size(); ++i)
            table.rows.push_back(program_row(tariff, period, i, report.book));
    });
    return table;
}

std::vector<const pricing::Source*> sources_of(const PriceBookReport& report) {
    std::vector<bool> is_used(report.book.sources.size());
    for_each_period(report, [&](const Tariff&, const PricePeriod& period) {
        for (const std::size_t index : period.evidence.sources)
            is_used.at(index) = true;
    });
    std::vector<const pricing::Source*> sources;
    for (std::size_t i = 0; i < is_used.size(); ++i) {
        if (is_used[i]) sources.push_back(&report.book.sources[i]);
    }
    return sources;
}

Table sources_table(const PriceBookReport& report) {
    Table table{{{"source", Align::left},
                 {"date", Align::left},
                 {"what it is", Align::left},
                 {"address", Align::left}}};
    for (const pricing::Source* source : sources_of(report))
        table.rows.push_back({source->id, source->date, source->title, source->address});
    return table;
}

std::vector<std::string> doubts_of(const PriceBookReport& report) {
    DoubtList doubts;
    for_each_period(report, [&](const Tariff& tariff, const PricePeriod& period) {
        if (!tariff.rate_of) {
            doubts.add(tariff, period.evidence.doubt);
            for (const Band& band : period.bands)
                doubts.add(tariff, band.doubt);
        }
        const auto& rate = tariff.rate_doubt;
        if (rate && (!rate->until || period.from < *rate->until)) doubts.add(tariff, rate->reason);
        if (period.retrieval) doubts.add(tariff, period.retrieval->doubt);
        if (!tariff.usage_type_doubt.empty())
            doubts.add(tariff,
                       fmt::format("the usage type {}: {}", tariff.usage_type, tariff.usage_type_doubt));
    });
    return doubts.sentences();
}

}  // namespace firn::report
