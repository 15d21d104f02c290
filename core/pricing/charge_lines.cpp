#include "core/pricing/charge_lines.hpp"

#include "core/pricing/amount_text.hpp"
#include "core/pricing/band_split.hpp"
#include "core/pricing/conventions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace firn::pricing {

using firn::to_text;

namespace {

std::string day_text(Instant instant) { return to_text(instant).substr(0, 10); }

std::string validity_text(const Tariff& tariff) {
    std::string text;
    Instant end{};
    for (const PricePeriod& period : tariff.periods) {
        if (text.empty() || period.from != end) {
            if (!text.empty()) text += " until " + day_text(end) + " and";
            text += " from " + day_text(period.from);
        }
        end = period.until;
    }
    return end == open_end() ? text + " on" : text + " until " + day_text(end);
}

/// How the quantities of one tariff fall into the pieces of the month.
class Splitter {
  public:
    Splitter(LineCollector& collector, const MonthTariff& tariff, const std::vector<Quantity>& quantities)
        : collector_{collector}, tariff_{tariff}, quantities_{quantities}, amounts_(tariff.pieces.size()) {}

    /// The quantity of each piece; empty when a price is absent.
    std::vector<Rational> run() {
        for (const Quantity& quantity : quantities_)
            quantity.at ? take_dated(quantity) : take_undated(quantity);
        return failed_ ? std::vector<Rational>{} : amounts_;
    }

    [[nodiscard]] std::vector<std::string> origins() const;

  private:
    void take_dated(const Quantity& quantity);
    void take_undated(const Quantity& quantity);
    [[nodiscard]] Duration covered() const;
    [[nodiscard]] bool covers_the_rest() const;
    [[nodiscard]] std::string split_text() const;
    void fail(std::optional<Instant> at, const Quantity& quantity) {
        failed_ = true;
        collector_.diagnostics.push_back(absent_price(collector_, *tariff_.tariff, at, quantity.where));
    }

    LineCollector& collector_;
    const MonthTariff& tariff_;
    const std::vector<Quantity>& quantities_;
    std::vector<Rational> amounts_;
    bool failed_ = false;
};

void Splitter::take_dated(const Quantity& quantity) {
    const PricePiece* piece = tariff_.piece_at(*quantity.at);
    if (piece == nullptr) return fail(quantity.at, quantity);
    amounts_.at(static_cast<std::size_t>(piece - tariff_.pieces.data())) += quantity.amount;
}

void Splitter::take_undated(const Quantity& quantity) {
    if (tariff_.pieces.empty() || (quantity.amount > 0 && !covers_the_rest()))
        return fail(std::nullopt, quantity);
    const Duration whole = covered();
    for (std::size_t i = 0; i < amounts_.size(); ++i) {
        const PricePiece& piece = tariff_.pieces.at(i);
        if (amounts_.size() == 1) {
            amounts_.at(i) += quantity.amount;
        } else {
            amounts_.at(i) += quantity.amount * Rational{(piece.until - piece.from).count(), whole.count()};
        }
    }
}

Duration Splitter::covered() const {
    Duration sum{0};
    for (const PricePiece& piece : tariff_.pieces)
        sum += piece.until - piece.from;
    return sum;
}

/// From the first price on, no hour of the month may be without one. A fee by the hour was paid while it was
/// in force: its metered quantity belongs to that time.
bool Splitter::covers_the_rest() const {
    if (tariff_.tariff->peak_fee) return true;
    const Instant first = tariff_.pieces.front().from;
    const bool began_here = tariff_.tariff->periods.empty() || first == tariff_.tariff->periods.front().from;
    const Instant from = began_here ? first : collector_.month.begin();
    return covered() == collector_.month.end() - from;
}

std::string Splitter::split_text() const {
    const auto& pieces = tariff_.pieces;
    const Instant from = pieces.front().from;
    const auto hours = [](Duration d) {
        return grouped(Rational{d.count(), std::chrono::microseconds{std::chrono::hours{1}}.count()});
    };
    if (pieces.size() == 1) {
        if (from == collector_.month.begin()) return {};
        return fmt::format("The first price is of {}: what has no instant lies wholly after it.",
                           day_text(from));
    }
    std::string text = "The price changes within the month; what has no instant is split by hours:";
    for (const PricePiece& piece : pieces) {
        text += fmt::format(" {} from {}{}", hours(piece.until - piece.from), day_text(piece.from),
                            &piece == &pieces.back() ? "." : ",");
    }
    return text;
}

std::vector<std::string> Splitter::origins() const {
    constexpr std::size_t kMostShown = 12;
    std::vector<std::string> origins;
    for (const Quantity& quantity : quantities_) {
        if (origins.size() < kMostShown) origins.push_back(quantity.origin);
    }
    Rational sum = 0;
    for (const Quantity& quantity : quantities_)
        sum += quantity.amount;
    if (quantities_.size() > kMostShown)
        origins.push_back(fmt::format("And {} entries more.", quantities_.size() - kMostShown));
    if (quantities_.size() > 1)
        origins.push_back(fmt::format("These {} together: {} {}.", grouped(Rational{quantities_.size()}),
                                      grouped(sum), to_text(tariff_.tariff->unit)));
    const bool any_undated = std::any_of(quantities_.begin(), quantities_.end(),
                                         [](const Quantity& quantity) { return !quantity.at; });
    if (const std::string text = split_text(); any_undated && !text.empty()) origins.push_back(text);
    return origins;
}

/// The part of the quantities of a month that one piece bills.
struct PieceShare {
    Rational amount{};  ///< of the piece
    Rational total{};   ///< of the month
    Rational filled{};  ///< of the bands, before
    const SourceLocation& where;
};

Diagnostic unknown_band(const LineCollector& collector, const DraftLine& line, const SourceLocation& where) {
    const Tariff& tariff = *line.tariff->tariff;
    std::string what = fmt::format("the price book {} has no price for {} in {}", collector.book.name,
                                   to_text(key_of(tariff)), collector.book.region);
    if (line.band == 0) {
        what += " in " + to_text(collector.month);
    } else {
        const Rational above = line.tariff->bands(*line.piece).at(line.band - 1).up_to.value_or(0);
        what += fmt::format(" above {} {}", grouped(above), to_text(tariff.unit));
    }
    return {.code = "price-absent",
            .where = where,
            .what = std::move(what),
            .remedy = "state a price of your own under \"prices\"",
            .time = collector.month.begin()};
}

/// The bands of a piece, their ends as the convention has them.
std::vector<Band> bands_of(const LineCollector& collector, const DraftLine& pattern) {
    std::vector<Band> bands = pattern.tariff->bands(*pattern.piece);
    for (Band& band : bands) {
        if (band.up_to) band.up_to = band_end(*band.up_to, collector.rules.band_unit);
    }
    return bands;
}

/// The lines of one piece: its share of the month's quantity as the piece's bands would bill the whole.
void add_piece_lines(LineCollector& collector, const DraftLine& pattern, const PieceShare& share) {
    const auto parts = split_by_band(share.total, bands_of(collector, pattern),
                                     pattern.tariff->free(*pattern.piece), share.filled);
    const Rational billed = std::accumulate(parts.begin(), parts.end(), Rational{0});
    const Rational scale = share.amount == share.total ? Rational{1} : Rational{share.amount / share.total};
    Rational free = (share.total - billed) * scale;
    for (std::size_t band = 0; band < parts.size(); ++band) {
        const bool is_shown = parts.at(band) > 0 || (billed == 0 && band == 0);
        if (!is_shown) continue;
        DraftLine line = pattern;
        line.band = band;
        line.quantity = parts.at(band) * scale;
        line.free_quantity = std::exchange(free, Rational{0});
        if (!line.price_band().is_known)
            return collector.diagnostics.push_back(unknown_band(collector, line, share.where));
        add_line(collector.lines, std::move(line));
    }
}

/// What fills the bands of a tariff before it does.
std::string filled_text(const LineCollector& collector, const MonthTariff& tariff, const Rational& filled) {
    const auto found = collector.elsewhere.find(tariff.pool);
    const Rational elsewhere = found == collector.elsewhere.end() ? Rational{0} : found->second;
    std::string text = fmt::format("{} {} at the same rate fill its bands before", grouped(filled),
                                   to_text(tariff.tariff->unit));
    if (elsewhere > 0) text += fmt::format(", {} of it other usage of the same payer", grouped(elsewhere));
    return text + ".";
}

}  // namespace

Diagnostic absent_price(const LineCollector& collector, const Tariff& tariff, std::optional<Instant> at,
                        const SourceLocation& where) {
    const std::string when = at ? "at " + to_text(*at) : "for the whole of " + to_text(collector.month);
    return {.code = "price-absent",
            .where = where,
            .what = fmt::format("the price book {} has no price for {} in {} {}", collector.book.name,
                                to_text(key_of(tariff)), collector.book.region, when),
            .expected = tariff.periods.empty() ? "" : "a time" + validity_text(tariff),
            .remedy = tariff.peak_fee ? "leave it out, or choose a price book that has it (firn prices list)"
                                      : "leave it out, or state a price of your own under \"prices\"",
            .time = at.value_or(collector.month.begin())};
}

void add_quantity_lines(LineCollector& collector, const MonthTariff& tariff,
                        const std::vector<Quantity>& quantities) {
    if (quantities.empty()) return;
    Splitter splitter{collector, tariff, quantities};
    const auto amounts = splitter.run();
    Rational total = 0;
    for (const Rational& amount : amounts)
        total += amount;
    Rational& filled = collector.filled[tariff.pool];
    DraftLine pattern{.tariff = &tariff, .kind = tariff.tariff->kind};
    if (collector.explain && !amounts.empty()) pattern.origins = splitter.origins();
    const bool shares_bands = !tariff.pieces.empty() && (tariff.bands(tariff.pieces.front()).size() > 1 ||
                                                         tariff.free(tariff.pieces.front()) > 0);
    if (collector.explain && filled > 0 && shares_bands && !amounts.empty())
        pattern.origins.push_back(filled_text(collector, tariff, filled));
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const bool is_shown = amounts.at(i) > 0 || (total == 0 && i == 0);
        if (!is_shown) continue;
        pattern.piece = &tariff.pieces.at(i);
        add_piece_lines(collector, pattern, {amounts.at(i), total, filled, quantities.front().where});
    }
    filled += total;
}

}  // namespace firn::pricing
