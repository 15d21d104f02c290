#pragma once

#include "core/diag/result.hpp"
#include "gui/document/reading.hpp"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <string>
#include <vector>

namespace firn::gui {

/// The scenario that a window shows: its text, what that means, where it is kept. The text is the only truth;
/// a form changes it as an editor does. Every change can be undone, back to the beginning.
class ScenarioDocument : public QObject {
    Q_OBJECT

  public:
    explicit ScenarioDocument(QObject* parent = nullptr);

    [[nodiscard]] const QString& text() const { return text_; }
    [[nodiscard]] const ScenarioReading& reading() const { return reading_; }
    /// Where it was opened from or saved to; "" for one that was never saved.
    [[nodiscard]] const QString& path() const { return path_; }
    /// From which the files that it names are found, with its last slash; "" for the working directory.
    [[nodiscard]] std::string folder() const;
    /// "imvu-2012.yaml", "Untitled"
    [[nodiscard]] QString title() const;
    /// Whether there is anything that is not saved.
    [[nodiscard]] bool is_changed() const;
    [[nodiscard]] QUndoStack& undo_stack() { return undo_; }

    /// A text in place of all; the past is forgotten. `is_saved`: it stands in the file like that.
    void start_with(const QString& text, const QString& path, bool is_saved);
    /// The text of a scenario that was made for files, where nobody has stated anything yet.
    void start_with_made(const QString& text);
    /// What nobody stated of such a scenario until it is saved, as loading::assumed_settings() says it; of
    /// others nothing.
    [[nodiscard]] std::vector<std::string> assumed() const;
    /// Errors: those of reading a file. A text that is no scenario is opened all the same, with what is
    /// wrong.
    [[nodiscard]] Result<bool> open(const QString& path);
    /// Writes the file anew, all of it or nothing. Errors: those of writing.
    [[nodiscard]] Result<bool> save_to(const QString& path);

    /// One step of undoing; typing that goes on makes the same step longer.
    void edit(const QString& text, const QString& what, bool is_typing = false);
    /// Changes a setting in the text; false where it cannot be (only in the text itself).
    bool set_setting(const std::string& setting, const QString& value);
    bool add_section(const std::string& section);
    /// In place of those beside it.
    bool choose_section(const std::string& section);
    bool remove_section(const std::string& section);

  signals:
    /// The text is another, and with it what it means.
    void changed();
    void path_changed();

  private:
    friend class EditCommand;
    void take(QString text);
    bool edit_to(const std::optional<std::string>& text, const QString& what);

    QString text_;
    QString path_;
    bool is_made_ = false;
    ScenarioReading reading_;
    QUndoStack undo_;
};

}  // namespace firn::gui
