#include "gui/document/text_change.hpp"

#include <algorithm>

namespace firn::gui {

TextChange change_between(const QString& before, const QString& after) {
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {head, before.mid(head, before.size() - head - tail), after.mid(head, after.size() - head - tail)};
}

QString with(const TextChange& change, QString text) {
    return text.replace(change.at, change.before.size(), change.after);
}

QString without(const TextChange& change, QString text) {
    return text.replace(change.at, change.after.size(), change.before);
}

}  // namespace firn::gui
