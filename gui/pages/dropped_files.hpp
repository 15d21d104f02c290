#pragma once

#include "gui/worker/file_kind.hpp"

#include <QStringList>

#include <initializer_list>

class QDragEnterEvent;
class QDropEvent;

namespace firn::gui {

/// Takes a drag that brings files.
void accept_files(QDragEnterEvent& event);

/// Local files, from which each taker takes its own.
struct DroppedFiles {
    QStringList paths;  ///< that nobody has taken yet

    /// Those of these kinds, which are gone then.
    [[nodiscard]] QStringList take(std::initializer_list<FileKind> kinds);
};

/// Takes the drop with its local files; what else it brings is left out.
[[nodiscard]] DroppedFiles dropped_files(QDropEvent& event);

}  // namespace firn::gui
