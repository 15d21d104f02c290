#include "gui/pages/text_editor.hpp"

#include "gui/document/scenario_document.hpp"
#include "gui/document/text_change.hpp"
#include "gui/text.hpp"
#include "gui/theme.hpp"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QToolTip>

namespace firn::gui {

namespace {

bool is_undo_or_redo(const QKeyEvent& event) {
    return event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo);
}

}  // namespace

TextEditor::TextEditor(ScenarioDocument& document, QWidget* parent)
    : QPlainTextEdit{parent}, document_{document} {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setAccessibleName(tr("Text of the scenario, YAML"));
    connect(&document_, &ScenarioDocument::changed, this, &TextEditor::follow);
    connect(this, &QPlainTextEdit::textChanged, this, &TextEditor::pass_on);
    follow();
}

void TextEditor::follow() {
    const TextChange change = change_between(toPlainText(), document_.text());
    if (!change.is_nothing()) {
        follows_ = true;
        QTextCursor cursor{QPlainTextEdit::document()};
        cursor.setPosition(static_cast<int>(change.at));
        cursor.setPosition(static_cast<int>(change.at + change.before.size()), QTextCursor::KeepAnchor);
        const bool was_empty = QPlainTextEdit::document()->isEmpty();
        cursor.insertText(change.after);
        follows_ = false;
        if (was_empty) moveCursor(QTextCursor::Start);
    }
    mark_errors();
}

void TextEditor::pass_on() {
    if (!follows_) document_.edit(toPlainText(), tr("typing"), true);
}

void TextEditor::mark_errors() {
    const Theme theme = theme_of(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (const PlacedDiagnostic& placed : document_.reading().diagnostics) {
        const QTextBlock line =
            QPlainTextEdit::document()->findBlockByNumber(static_cast<int>(placed.diagnostic.where.line) - 1);
        if (!line.isValid()) continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor{line};
        mark.format.setBackground(theme.error_box);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks += mark;
    }
    setExtraSelections(marks);
}

QString TextEditor::errors_on_line(int line) const {
    QStringList errors;
    for (const PlacedDiagnostic& placed : document_.reading().diagnostics) {
        if (static_cast<int>(placed.diagnostic.where.line) == line)
            errors += from_utf8(placed.diagnostic.what);
    }
    return errors.join(QLatin1Char{'\n'});
}

bool TextEditor::canInsertFromMimeData(const QMimeData* source) const {
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

bool TextEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && is_undo_or_redo(*static_cast<QKeyEvent*>(event))) {
        event->ignore();  // the window's actions take them
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(),
                           errors_on_line(cursorForPosition(help->pos()).blockNumber() + 1), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void TextEditor::go_to(std::size_t line, std::size_t column) {
    const QTextBlock block = QPlainTextEdit::document()->findBlockByNumber(static_cast<int>(line) - 1);
    if (!block.isValid()) return;
    QTextCursor cursor{block};
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, static_cast<int>(column) - 1);
    setTextCursor(cursor);
    setFocus(Qt::OtherFocusReason);
}

}  // namespace firn::gui
