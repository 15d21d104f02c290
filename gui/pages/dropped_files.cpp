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

QStringList DroppedFiles::take(std::initializer_list<answers::FileKind> kinds) {
    QStringList taken;
    QStringList left;
    for (const QString& path : paths) {
        const answers::FileKind kind = answers::kind_of_file(to_utf8(path));
        (std::find(kinds.begin(), kinds.end(), kind) == kinds.end() ? left : taken) += path;
    }
    paths = left;
    return taken;
}

Diagnostics unknown_files(const QStringList& paths, const QString& expected) {
    Diagnostics unknown;
    for (const QString& path : paths)
        unknown.push_back({.code = "file-unknown",
                           .where = {.file = to_utf8(path)},
                           .what = to_utf8(QObject::tr("this is none of the files that Firn knows")),
                           .expected = to_utf8(expected)});
    return unknown;
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
