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
    choice,  ///< which one of several sections is there; the settings of that one follow
    absent   ///< a section that could be added
};

/// A row of the form that shows a scenario; of settings, all that the table of fields knows.
struct SettingRow {
    RowKind kind = RowKind::setting;
    std::string path;  ///< "pipeline.bundle_size", "restores.2.rate", "restores.2"
    QString label{};   ///< "Bundle size"
    QString help{};
    QString value{};                      ///< as the text states it; the default where it states nothing
    QString fallback{};                   ///< the default; empty: none
    QString range{};                      ///< "1 to 65536"
    QStringList choices{};                ///< words that it takes; of a choice the names of the sections
    std::vector<std::string> sections{};  ///< of a choice: their paths
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

    /// Gives a row another value, as a person does in its field; false where the text does not allow it.
    [[nodiscard]] bool set_value(int row, const QString& value);

  private:
    void follow();

    ScenarioDocument& document_;
    std::vector<SettingRow> rows_;
};

}  // namespace firn::gui
