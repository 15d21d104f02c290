#pragma once

#include "gui/charts/ticks.hpp"

#include <QColor>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace firn::gui {

/// An axis: what it measures with its unit, what it shows, how it is marked.
struct PlotAxis {
    QString title;
    double from = 0;
    double to = 1;
    TickMaker ticks = number_ticks;
    int label_rows = 1;  ///< of a horizontal axis: lines that its labels may take
};

/// How a curve is drawn. Areas and bars stand on those before them; symbols are not joined. Steps
/// are boxes that go from one value to another, whiskers lines that do so, with a point between.
enum class Drawn { line, area, bar, symbol, step, whisker };

/// How a line is drawn: with gaps where it lies on another one, which is seen through them.
enum class Dash { none, dashed, dotted };

/// What stands at the places of a curve of symbols.
enum class Symbol { disc, square, diamond, triangle, cross, ring };

/// From where to where something goes, upwards or downwards.
struct Span {
    double from = 0;
    double to = 0;
};

/// Values along the horizontal axis. Areas and bars of one plot have the same places.
struct Curve {
    QString name;
    QColor colour;     ///< of symbols: invalid where they have that of the text
    QString remark{};  ///< behind the name in the legend: "leaves the chart"
    Drawn drawn = Drawn::line;
    std::vector<QPointF> points{};
    std::vector<QString> tips{};  ///< of each point, what a person who points at it reads
    Dash dash = Dash::none;
    Symbol symbol = Symbol::disc;   ///< where symbols are drawn
    std::vector<Span> spans{};      ///< of steps and whiskers, one a point
    std::vector<QColor> colours{};  ///< of steps, one a point
    std::vector<QString> labels{};  ///< of steps and symbols: what stands above each; empty: nothing
};

/// A part of the horizontal axis that is shaded.
struct Shade {
    double from = 0;
    double to = 0;
    QString label{};
    QString tip{};  ///< what a person who points at it reads; empty: the label
};

/// A line across, or down, that somebody set: a target, a deadline.
struct LimitLine {
    double at = 0;
    QString label{};
    QString tip{};  ///< as of a shade
};

/// A band between two curves: "from the tenth to the ninetieth percentile".
struct Band {
    QString name;
    QColor colour;
    std::vector<QPointF> lower{};
    std::vector<QPointF> upper{};
};

/// A line down that can be dragged from stop to stop.
struct Marker {
    std::vector<double> stops{};  ///< ascending
    std::size_t at = 0;
    QString label{};
};

/// All that a plot shows: a value, without anything of a window.
struct PlotContent {
    QString name{};         ///< of the picture, for people and for screen readers: "Cost by bundle size"
    QString description{};  ///< what it says, for screen readers
    PlotAxis x{};
    PlotAxis y{};
    std::vector<Curve> curves{};
    std::vector<Band> bands{};
    std::vector<Shade> shades{};
    std::vector<LimitLine> limits{};
    std::vector<LimitLine> uprights{};  ///< lines down
    std::optional<Marker> marker{};
};

}  // namespace firn::gui
