#pragma once

#include "core/scenario/field.hpp"

#include <QAbstractListModel>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace firn::gui {

class ScenarioDocument;

/// What a row of the form is.
enum class RowKind {
    section,  ///< the heading of settings that are there
    setting,
    absent  ///< a section that could be added
};

/// A row of the form that shows a scenario; of settings, all that the table of fields knows.
struct SettingRow {
    RowKind kind = RowKind::setting;
    std::string path;  ///< "pipeline.bundle_size", "restores.2.rate", "restores.2"
    QString label{};   ///< "Bundle size"
    QString help{};
    QString value{};        ///< as the text states it; the default where it states nothing
    QString fallback{};     ///< the default; empty: none
    QString range{};        ///< "1 to 65536"
    QStringList choices{};  ///< words that it takes
    bool takes_only_choices = false;
    bool is_stated = false;  ///< in the text
    bool is_required = false;
    bool is_quiet = false;        ///< few scenarios ask for it
    bool can_be_removed = false;  ///< an optional section, or an item of a list
    QStringList errors{};         ///< what is wrong with it

    friend bool operator==(const SettingRow&, const SettingRow&) = default;
};

/// The settings of a document in the order of the table of fields, in step with its text.
class SettingsModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { kPathRole = Qt::UserRole + 1, kHelpRole, kErrorRole, kFallbackRole, kStatedRole };

    explicit SettingsModel(ScenarioDocument& document, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<SettingRow>& rows() const { return rows_; }
    /// The row of a path, or -1.
    [[nodiscard]] int row_of(const std::string& path) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

  private:
    void follow();

    ScenarioDocument& document_;
    std::vector<SettingRow> rows_;
};

}  // namespace firn::gui
