#include "gui/pages/dropped_files.hpp"

#include "gui/text.hpp"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace firn::gui {

void accept_files(QDragEnterEvent& event) {
    if (event.mimeData()->hasUrls()) event.acceptProposedAction();
}

QStringList DroppedFiles::take(std::initializer_list<FileKind> kinds) {
    QStringList taken;
    QStringList left;
    for (const QString& path : paths) {
        const FileKind kind = kind_of_file(to_utf8(path));
        (std::find(kinds.begin(), kinds.end(), kind) == kinds.end() ? left : taken) += path;
    }
    paths = left;
    return taken;
}

DroppedFiles dropped_files(QDropEvent& event) {
    DroppedFiles files;
    for (const QUrl& url : event.mimeData()->urls()) {
        if (url.isLocalFile()) files.paths += url.toLocalFile();
    }
    if (!files.paths.isEmpty()) event.acceptProposedAction();
    return files;
}

}  // namespace firn::gui
