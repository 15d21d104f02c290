#include "gui/charts/waterfall.hpp"

#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QCoreApplication>

#include <algorithm>

namespace firn::gui {

namespace {

constexpr double kRoom = 0.16;       // above the highest box, for its label
constexpr double kSmallParts = 0.3;  // of the largest amount: below, the axis does not begin at zero

QString tr(const char* text) { return QCoreApplication::translate("Waterfall", text); }

/// Whether an amount is shown as "0.00".
bool is_nothing(const Money& amount, const Money& largest) {
    const QString text = amount_text(amount, largest, {});
    return text == amount_text({}, largest, {}) || text == QChar{0x2212} + amount_text({}, largest, {});
}

/// "+12.00", "−3.50", "0.00"
QString signed_text(const Money& amount, const Money& largest) {
    if (is_nothing(amount, largest)) return amount_text({}, largest, {});
    const QString text = amount_text(amount, largest, {});
    return amount > Money{} ? QLatin1Char{'+'} + text : text;
}

/// Puts one box after the other.
class Boxes {
  public:
    Boxes(const Money& largest, const std::string& currency) : largest_{largest}, currency_{currency} {
        curve_.drawn = Drawn::step;
    }

    void add(const WaterfallPart& part, const Money& from, const Money& to, const QColor& colour,
             bool is_total) {
        curve_.points.emplace_back(static_cast<double>(curve_.points.size()), position_of(part.amount));
        curve_.spans.push_back({position_of(from), position_of(to)});
        curve_.colours.push_back(is_nothing(part.amount, largest_) ? QColor{} : colour);
        curve_.labels.push_back(is_total ? amount_text(part.amount, largest_, {})
                                         : signed_text(part.amount, largest_));
        QString tip =
            QStringLiteral("<b>%1: %2 %3</b>").arg(part.name, curve_.labels.back(), from_utf8(currency_));
        if (!part.explanation.isEmpty()) tip += QStringLiteral("<br>") + part.explanation;
        curve_.tips.push_back(tip);
        names_.push_back(part.name);
    }

    [[nodiscard]] const std::vector<QString>& names() const { return names_; }
    [[nodiscard]] Curve& curve() { return curve_; }

  private:
    Money largest_;
    const std::string& currency_;
    Curve curve_{};
    std::vector<QString> names_{};
};

/// From zero, unless all that differs would be a sliver below the top.
void set_range(PlotAxis& axis, const std::vector<Span>& spans) {
    double least = spans.front().to;
    double most = least;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        least = std::min(least, spans[i].to);
        most = std::max(most, spans[i].to);
    }
    const double apart = most - least;
    const bool from_zero = least <= 0 || apart > kSmallParts * most || apart == 0;
    axis.from = from_zero ? std::min(0.0, least * (1 + kRoom)) : least - apart;
    axis.to = most + kRoom * (most - axis.from);
    if (axis.to <= axis.from) axis.to = axis.from + 1;
    if (!from_zero) axis.title += tr(" (not from zero)");
}

}  // namespace

PlotContent waterfall(const WaterfallPart& first, const std::vector<WaterfallPart>& parts,
                      const QString& last, const QString& title, const std::string& currency) {
    PlotContent content;
    content.name = title;
    content.description = tr("From %1 to %2, part by part.").arg(first.name, last);
    content.y.title = QStringLiteral("%1, %2").arg(title, from_utf8(currency));
    Money largest = first.amount;
    for (const WaterfallPart& part : parts)
        largest = std::max(largest, part.amount);
    Boxes boxes{largest, currency};
    const QColor whole = colour_of(usage::ChargeType::adjustment);
    boxes.add(first, {}, first.amount, whole, true);
    Money level = first.amount;
    for (const WaterfallPart& part : parts) {
        const Money next = level + part.amount;
        boxes.add(part, level, next, part.amount < Money{} ? colour_of_fall() : colour_of_rise(), false);
        level = next;
    }
    boxes.add({last, level, {}}, {}, level, whole, true);
    content.x = {.title = {},
                 .from = -0.6,
                 .to = static_cast<double>(boxes.names().size()) - 0.4,
                 .ticks = name_ticks(boxes.names()),
                 .label_rows = 2};
    set_range(content.y, boxes.curve().spans);
    boxes.curve().name = title;
    content.curves.push_back(std::move(boxes.curve()));
    return content;
}

}  // namespace firn::gui
