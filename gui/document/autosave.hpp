#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace firn::gui {

class ScenarioDocument;

/// Keeps what is not saved in a file beside the document's, `.name.yaml.autosave`, so that a kill loses at
/// most what was typed in the last second. Saving and closing in good order remove it. A document without a
/// file keeps it in the folder of the program's own data.
class Autosave : public QObject {
    Q_OBJECT

  public:
    explicit Autosave(ScenarioDocument& document, QObject* parent = nullptr);

    /// Where the autosaved text of a document of that path lies; "" asks for that of a document without a
    /// file.
    [[nodiscard]] static QString path_for(const QString& document_path);
    /// What a run before this one left there, where it differs from the text.
    [[nodiscard]] static std::optional<QString> left_over(const QString& document_path, const QString& text);

    /// Writes now what would be written within a second.
    void write();
    /// Nothing is to be kept, also of what a run before this one left: saved, or given up on purpose.
    void discard();

  private:
    void schedule();
    void forget_own();

    ScenarioDocument& document_;
    QTimer timer_;
    QString kept_at_;  ///< where this document's text lies now; "" for nowhere
};

}  // namespace firn::gui
