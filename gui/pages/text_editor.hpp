#pragma once

#include <QPlainTextEdit>

namespace firn::gui {

class ScenarioDocument;

/// The YAML text of a document. Undo and redo are the document's, so that they reach what the form did too;
/// lines with errors are marked, and say what is wrong to whoever points at them.
class TextEditor : public QPlainTextEdit {
    Q_OBJECT

  public:
    explicit TextEditor(ScenarioDocument& document, QWidget* parent = nullptr);

    /// Line and column count from one.
    void go_to(std::size_t line, std::size_t column);

  protected:
    bool event(QEvent* event) override;
    /// Text can be dropped; files are the window's.
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;

  private:
    void follow();
    void pass_on();
    void mark_errors();
    [[nodiscard]] QString errors_on_line(int line) const;

    ScenarioDocument& document_;
    bool follows_ = false;  ///< the document's text is being taken over
};

}  // namespace firn::gui
