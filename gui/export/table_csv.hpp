#pragma once

#include "gui/charts/plot_content.hpp"

#include <string>

class QAbstractItemModel;

namespace firn::gui {

/// A model as CSV (RFC 4180): the headings, then a line a row; of a tree, each row with the names of those
/// above it. Numbers have a decimal point and no separators where the model knows them so.
[[nodiscard]] std::string csv_of(const QAbstractItemModel& model);

/// What a chart shows: a line a point, a column a curve.
[[nodiscard]] std::string csv_of(const PlotContent& content);

}  // namespace firn::gui
