#include "gui/screenshots.hpp"

#include "gui/main_window.hpp"
#include "gui/page.hpp"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QPixmap>

namespace firn::gui {

namespace {

void wait_for(const Page& page) {
    QEventLoop loop;
    QObject::connect(&page, &Page::settled, &loop, &QEventLoop::quit);
    while (!page.is_settled())
        loop.exec();
}

bool draw(MainWindow& window, const QString& path) {
    wait_for(window.current_page());
    QApplication::processEvents();
    wait_for(window.current_page());
    return window.grab().save(path);
}

}  // namespace

bool write_screenshots(MainWindow& window, const QString& folder, QSize size) {
    if (!QDir{}.mkpath(folder)) return false;
    window.resize(size);
    window.show();
    bool written = true;
    for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
        window.choose_page(page);
        Page& shown = window.current_page();
        const QString name = folder + QLatin1Char{'/'} + shown.key();
        written = draw(window, name + QStringLiteral(".png")) && written;
        for (const QString& view : shown.views()) {
            shown.show_view(view);
            written = draw(window, name + QLatin1Char{'-'} + view + QStringLiteral(".png")) && written;
        }
    }
    return written;
}

}  // namespace firn::gui
