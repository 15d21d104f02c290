#include "gui/export/table_csv.hpp"

#include "gui/models/table_model.hpp"
#include "gui/text.hpp"

#include <QAbstractItemModel>

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace firn::gui {

namespace {

std::string field_of(const QString& text) {
    std::string field = to_utf8(text);
    if (field.find_first_of("\",\n\r") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

QString plain_text(const QModelIndex& index) {
    const QVariant plain = index.data(TableModel::kPlainRole);
    return plain.isValid() ? plain.toString() : index.data(Qt::DisplayRole).toString();
}

/// Tables have no rows below their rows; trees do.
bool is_tree(const QAbstractItemModel& model) {
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.rowCount(model.index(row, 0)) > 0) return true;
    }
    return false;
}

void add_rows(std::string& text, const QAbstractItemModel& model, const QModelIndex& parent,
              const QString& above, bool tree) {
    for (int row = 0; row < model.rowCount(parent); ++row) {
        std::string line = tree ? field_of(above) : std::string{};
        for (int column = 0; column < model.columnCount(parent); ++column) {
            if (tree || column > 0) line += ',';
            line += field_of(plain_text(model.index(row, column, parent)));
        }
        text += line + "\n";
        const QModelIndex here = model.index(row, 0, parent);
        const QString name = here.data(Qt::DisplayRole).toString();
        add_rows(text, model, here, above.isEmpty() ? name : above + QStringLiteral(" / ") + name, tree);
    }
}

/// Two columns more: from where to where each whisker goes.
void add_ends(std::string& text, const Curve& curve, std::vector<std::map<double, double>>& values) {
    text += "," + field_of(QObject::tr("%1, from").arg(curve.name)) + "," +
            field_of(QObject::tr("%1, to").arg(curve.name));
    std::map<double, double> from;
    std::map<double, double> to;
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        from[curve.points[i].x()] = curve.spans[i].from;
        to[curve.points[i].x()] = curve.spans[i].to;
    }
    values.push_back(std::move(from));
    values.push_back(std::move(to));
}

QString heading_of(const QAbstractItemModel& model, int column) {
    const QVariant plain = model.headerData(column, Qt::Horizontal, TableModel::kPlainRole);
    return (plain.isValid() ? plain : model.headerData(column, Qt::Horizontal, Qt::DisplayRole)).toString();
}

}  // namespace

std::string csv_of(const QAbstractItemModel& model) {
    const bool tree = is_tree(model);
    std::string text = tree ? "within" : "";
    for (int column = 0; column < model.columnCount(); ++column) {
        if (tree || column > 0) text += ',';
        text += field_of(heading_of(model, column));
    }
    text += '\n';
    add_rows(text, model, {}, {}, tree);
    return text;
}

std::string csv_of(const PlotContent& content) {
    std::set<double> places;
    std::vector<std::map<double, double>> values;
    std::string text = field_of(content.x.title.isEmpty() ? QStringLiteral("x") : content.x.title);
    for (const Curve& curve : content.curves) {
        text += "," + field_of(curve.name);
        std::map<double, double>& at = values.emplace_back();
        for (const QPointF& point : curve.points) {
            places.insert(point.x());
            at[point.x()] = point.y();
        }
        if (curve.drawn == Drawn::whisker) add_ends(text, curve, values);
    }
    text += '\n';
    for (const double place : places) {
        text += fmt::format("{:.10g}", place);
        for (const std::map<double, double>& at : values) {
            const auto value = at.find(place);
            text += value == at.end() ? "," : fmt::format(",{:.10g}", value->second);
        }
        text += '\n';
    }
    return text;
}

}  // namespace firn::gui
