#include "gui/document/edit_command.hpp"

#include "gui/document/scenario_document.hpp"

#include <utility>

namespace firn::gui {

namespace {

constexpr int kTyping = 1;
constexpr int kNeverMerged = -1;

bool ends_a_word(const QString& text) { return !text.isEmpty() && text.back().isSpace(); }

}  // namespace

EditCommand::EditCommand(ScenarioDocument& document, TextChange change, const QString& what, bool is_typing)
    : QUndoCommand{what}, document_{document}, change_{std::move(change)}, is_typing_{is_typing} {}

void EditCommand::undo() { document_.take(without(change_, document_.text_)); }

void EditCommand::redo() { document_.take(with(change_, document_.text_)); }

int EditCommand::id() const { return is_typing_ ? kTyping : kNeverMerged; }

bool EditCommand::mergeWith(const QUndoCommand* other) {
    const auto* next = dynamic_cast<const EditCommand*>(other);
    if (next == nullptr || !next->change_.before.isEmpty() || ends_a_word(change_.after)) return false;
    if (next->change_.at != change_.at + change_.after.size()) return false;
    change_.after += next->change_.after;
    return true;
}

}  // namespace firn::gui
