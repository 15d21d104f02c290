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
};

/// How a curve is drawn. Areas and bars stand on those before them.
enum class Drawn { line, area, bar };

/// Values along the horizontal axis. Areas and bars of one plot have the same places.
struct Curve {
    QString name;
    QColor colour;
    Drawn drawn = Drawn::line;
    std::vector<QPointF> points{};
    std::vector<QString> tips{};  ///< of each point, what a person who points at it reads
    bool is_dashed = false;
};

/// A part of the horizontal axis that is shaded.
struct Shade {
    double from = 0;
    double to = 0;
    QString label{};
};

/// A line across that somebody set: a target.
struct LimitLine {
    double at = 0;
    QString label{};
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
    std::optional<Marker> marker{};
};

}  // namespace firn::gui
