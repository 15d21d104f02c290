#include "core/yaml/price_book_writer.hpp"

#include "core/pricing/day_text.hpp"
#include "core/units/exact_text.hpp"
#include "core/yaml/scenario_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace firn::yaml {

using firn::to_text;
using pricing::to_text;
using usage::to_text;

namespace {

using pricing::Band;
using pricing::BillingUnit;
using pricing::PriceBook;
using pricing::PricePeriod;
using pricing::Tariff;

/// "key: value, key: value" of what is there.
class Entries {
  public:
    void add(std::string_view key, const std::string& value) {
        text_ += fmt::format("{}{}: {}", text_.empty() ? "" : ", ", key, value);
    }
    void add_text(std::string_view key, const std::string& text) {
        if (!text.empty()) add(key, scalar_of(text));
    }
    [[nodiscard]] std::string flow() const { return "{" + text_ + "}"; }

  private:
    std::string text_;
};

/// "0.0036"; of requests for a thousand: "0.05/1000".
std::string price_text(const UnitPrice& price, BillingUnit unit) {
    constexpr int kThousand = 1000;
    const Rational& one = price.per_unit();
    const bool by_thousand = unit == BillingUnit::requests && one != 0;
    const std::string text = exact_text(by_thousand ? Rational{one * kThousand} : one);
    const bool is_fraction = text.find('/') != std::string::npos;
    if (is_fraction) return exact_text(one);
    return by_thousand ? text + "/1000" : text;
}

std::string list_of(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items)
        text += (text.empty() ? "" : ", ") + scalar_of(item);
    return "[" + text + "]";
}

class PriceBookWriter {
  public:
    explicit PriceBookWriter(const PriceBook& book) : book_{book} {}

    std::string write(std::string_view heading) && {
        comment(heading);
        write_header();
        write_sources();
        write_classes();
        text_ += "\ncharges:\n";
        for (const Tariff& tariff : book_.tariffs)
            write_tariff(tariff);
        return std::move(text_);
    }

  private:
    void line(std::size_t indent, std::string_view key, const std::string& value) {
        text_ += fmt::format("{:{}}{}: {}\n", "", indent, key, value);
    }

    void comment(std::string_view heading) {
        while (!heading.empty()) {
            const std::size_t end = std::min(heading.find('\n'), heading.size());
            text_ += fmt::format("# {}\n", heading.substr(0, end));
            heading.remove_prefix(std::min(end + 1, heading.size()));
        }
    }

    void write_header() {
        line(0, "price_book", scalar_of(book_.name));
        line(0, "title", scalar_of(book_.title));
        line(0, "region", scalar_of(book_.region));
        line(0, "currency", scalar_of(book_.currency));
        line(0, "gb", to_text(book_.gb));
        line(0, "month", "real-hours");
        line(0, "verified_until", book_.verified_until);
        if (book_.closed_to_new_customers)
            line(0, "closed_to_new_customers", pricing::day_text(*book_.closed_to_new_customers));
        line(0, "usage_type_prefix", scalar_of(book_.usage_type_prefix));
    }

    void write_sources() {
        text_ += "\nsources:\n";
        for (const pricing::Source& source : book_.sources) {
            text_ += fmt::format("  {}:\n", scalar_of(source.id));
            line(4, "title", scalar_of(source.title));
            line(4, "address", scalar_of(source.address));
            line(4, "date", source.date);
        }
    }

    void write_classes() {
        text_ += "\nclasses:\n";
        for (const pricing::ClassTerms& terms : book_.classes) {
            text_ += fmt::format("  {}:\n", scalar_of(terms.name));
            line(4, "overhead", to_text(terms.overhead));
            if (terms.standard_overhead != Bytes{})
                line(4, "standard_overhead", to_text(terms.standard_overhead));
            if (terms.minimum_size != Bytes{}) line(4, "minimum_size", to_text(terms.minimum_size));
            line(4, "minimum_duration", to_text(terms.minimum_duration));
            line(4, "parts", terms.parts == storage::PartRule::whole_mib ? "whole-mib" : "powers-of-two");
            Entries kinds;
            kinds.add_text("upload", terms.kinds.upload);
            kinds.add_text("begin", terms.kinds.begin);
            kinds.add_text("part", terms.kinds.part);
            kinds.add_text("complete", terms.kinds.complete);
            kinds.add_text("retrieval", terms.kinds.retrieval);
            line(4, "requests", kinds.flow());
        }
    }

    void write_tariff(const Tariff& tariff) {
        text_ += fmt::format("  - charge: {}\n", to_text(tariff.charge));
        if (!tariff.storage_class.empty()) line(4, "class", scalar_of(tariff.storage_class));
        if (!tariff.kind.empty()) line(4, "kind", scalar_of(tariff.kind));
        if (!tariff.tier.empty()) line(4, "tier", scalar_of(tariff.tier));
        line(4, "unit", std::string{to_text(tariff.unit)});
        line(4, "usage_type", scalar_of(tariff.usage_type));
        if (!tariff.usage_type_doubt.empty()) line(4, "usage_type_doubt", scalar_of(tariff.usage_type_doubt));
        if (!tariff.operations.empty()) line(4, "operations", list_of(tariff.operations));
        if (tariff.rate_doubt) line(4, "rate_doubt", doubt_text(*tariff.rate_doubt));
        if (tariff.rate_of) return line(4, "rate_of", rate_text(book_.tariffs.at(*tariff.rate_of)));
        if (tariff.peak_fee) {
            line(4, "peak_fee",
                 fmt::format("{{allowance: {} %, job_hours: {}}}",
                             exact_text(Rational{tariff.peak_fee->allowance * 100}),
                             tariff.peak_fee->job_hours));
        }
        text_ += "    periods:\n";
        for (const PricePeriod& period : tariff.periods)
            write_period(tariff, period);
    }

    static std::string doubt_text(const pricing::RateDoubt& doubt) {
        Entries entries;
        entries.add_text("reason", doubt.reason);
        if (doubt.until) entries.add("until", pricing::day_text(*doubt.until));
        return entries.flow();
    }

    static std::string rate_text(const Tariff& rate) {
        Entries entries;
        entries.add("charge", std::string{to_text(rate.charge)});
        entries.add_text("class", rate.storage_class);
        entries.add_text("kind", rate.kind);
        entries.add_text("tier", rate.tier);
        return entries.flow();
    }

    void write_period(const Tariff& tariff, const PricePeriod& period) {
        constexpr std::size_t kIndent = 8;
        text_ += fmt::format("      - from: {}\n", pricing::day_text(period.from));
        if (period.until != pricing::open_end()) line(kIndent, "until", pricing::day_text(period.until));
        if (period.free != 0) line(kIndent, "free", quantity_text(period.free, tariff.unit));
        write_bands(tariff, period);
        if (!period.evidence.sku.empty()) line(kIndent, "sku", scalar_of(period.evidence.sku));
        line(kIndent, "sources", list_of(source_ids(period)));
        if (!period.evidence.doubt.empty()) {
            line(kIndent, "confirmed", "false");
            line(kIndent, "reason", scalar_of(period.evidence.doubt));
        }
        if (!period.retrieval) return;
        line(kIndent, "rule", std::string{to_text(period.retrieval->rule)});
        if (!period.retrieval->doubt.empty()) line(kIndent, "rule_doubt", scalar_of(period.retrieval->doubt));
    }

    void write_bands(const Tariff& tariff, const PricePeriod& period) {
        const Band& first = period.bands.front();
        if (period.bands.size() == 1 && first.is_known && first.doubt.empty())
            return line(8, "price", price_text(first.price, tariff.unit));
        text_ += "        bands:\n";
        for (const Band& band : period.bands) {
            Entries entries;
            if (band.up_to) entries.add("up_to", quantity_text(*band.up_to, tariff.unit));
            if (band.is_known) {
                entries.add("price", price_text(band.price, tariff.unit));
            } else {
                entries.add("unknown", "true");
            }
            if (!band.doubt.empty()) {
                entries.add("confirmed", "false");
                entries.add_text("reason", band.doubt);
            }
            text_ += fmt::format("          - {}\n", entries.flow());
        }
    }

    std::vector<std::string> source_ids(const PricePeriod& period) const {
        std::vector<std::string> ids;
        for (const std::size_t index : period.evidence.sources)
            ids.push_back(book_.sources.at(index).id);
        return ids;
    }

    /// Pieces as they are; GB in bytes: the unit that gives the shortest exact number.
    std::string quantity_text(const Rational& quantity, BillingUnit unit) const {
        if (unit == BillingUnit::requests || unit == BillingUnit::units) return exact_text(quantity);
        const Rational bytes = quantity * book_.gb.count();
        if (const auto whole = to_int64(bytes)) return to_text(Bytes{*whole});
        return exact_text(bytes) + " B";
    }

    const PriceBook& book_;
    std::string text_;
};

}  // namespace

std::string price_book_text(const PriceBook& book, std::string_view heading) {
    return PriceBookWriter{book}.write(heading);
}

}  // namespace firn::yaml
