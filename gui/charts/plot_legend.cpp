#include "gui/charts/plot_legend.hpp"

#include "gui/charts/plot_pen.hpp"
#include "gui/charts/plot_spans.hpp"
#include "gui/charts/plot_symbol.hpp"
#include "gui/text.hpp"

#include <QFontMetricsF>
#include <QPainter>

namespace firn::gui {

namespace {

constexpr int kLongestName = 60;  // in letters
constexpr double kSwatch = 11;
constexpr double kLineSwatch = 28;  // of a dashed line: two dashes with their gap
constexpr double kSwatchGap = 6;
constexpr double kEntryGap = 18;
constexpr double kRowGap = 4;
constexpr double kLineWidth = 3;
constexpr double kDashedWidth = 2;
constexpr double kSmallRing = 0.7;
constexpr float kBandOpacity = 0.35F;

QString named(const QString& name, const QString& remark) {
    const QString shown = shortened(name, kLongestName);
    return remark.isEmpty() ? shown : QStringLiteral("%1 (%2)").arg(shown, remark);
}

/// As pale as the band is drawn, so that both look alike.
QColor as_band(QColor colour) {
    colour.setAlphaF(kBandOpacity);
    return colour;
}

double swatch_width(Drawn drawn, Dash dash) {
    return drawn == Drawn::line && dash != Dash::none ? kLineSwatch : kSwatch;
}

}  // namespace

PlotLegend::PlotLegend(const PlotContent& content, const Theme& theme, const QFont& font, double width)
    : theme_{theme}, font_{font} {
    for (const Curve& curve : content.curves) {
        if (curve.drawn != Drawn::step)
            entries_.push_back(
                {named(curve.name, curve.remark), curve.colour, curve.drawn, curve.dash, curve.symbol});
    }
    for (const Band& band : content.bands)
        entries_.push_back({named(band.name, {}), as_band(band.colour)});
    if (entries_.size() == 1) entries_.clear();
    place_entries(width);
}

double PlotLegend::row_height() const { return QFontMetricsF{font_}.height() + kRowGap; }

double PlotLegend::height() const { return rows_ * row_height(); }

void PlotLegend::place_entries(double width) {
    const QFontMetricsF metrics{font_};
    double x = 0;
    for (Entry& entry : entries_) {
        const double swatch = swatch_width(entry.drawn, entry.dash) + kSwatchGap;
        entry.name = metrics.elidedText(entry.name, Qt::ElideMiddle, width - swatch);
        const double wide = swatch + metrics.horizontalAdvance(entry.name) + kEntryGap;
        if (rows_ == 0 || x + wide > width) {
            ++rows_;
            x = 0;
        }
        entry.place = {x, (rows_ - 1) * row_height()};
        x += wide;
    }
}

void PlotLegend::paint_swatch(QPainter& painter, const Entry& entry, const QRectF& box) const {
    switch (entry.drawn) {
        case Drawn::line:
            painter.setPen(
                pen_of(entry.colour, entry.dash == Dash::none ? kLineWidth : kDashedWidth, entry.dash));
            return painter.drawLine(QPointF{box.left(), box.center().y()},
                                    QPointF{box.right(), box.center().y()});
        case Drawn::symbol:
            return paint_symbol(painter, entry.symbol, box.center(), entry.colour, theme_,
                                entry.symbol == Symbol::ring ? kSmallRing : 1);
        case Drawn::whisker:
            return paint_whisker(painter, box.center().x(), {box.bottom(), box.top()}, box.center().y(),
                                 entry.colour, theme_);
        case Drawn::area:
        case Drawn::bar:
        case Drawn::step:
            painter.setPen(Qt::NoPen);
            painter.setBrush(entry.colour);
            painter.drawRoundedRect(box, 2, 2);
    }
}

void PlotLegend::paint(QPainter& painter, const QPointF& top_left) const {
    const QFontMetricsF metrics{font_};
    for (const Entry& entry : entries_) {
        const QPointF place = top_left + entry.place;
        const double wide = swatch_width(entry.drawn, entry.dash);
        paint_swatch(painter, entry,
                     {place.x(), place.y() + (metrics.height() - kSwatch) / 2, wide, kSwatch});
        painter.setPen(theme_.text);
        painter.drawText(place + QPointF{wide + kSwatchGap, metrics.ascent()}, entry.name);
    }
}

}  // namespace firn::gui
