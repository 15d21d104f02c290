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
    if (page.is_settled()) return;
    QEventLoop loop;
    QObject::connect(&page, &Page::settled, &loop, &QEventLoop::quit);
    loop.exec();
}

}  // namespace

bool write_screenshots(MainWindow& window, const QString& folder) {
    if (!QDir{}.mkpath(folder)) return false;
    window.resize(1280, 720);
    window.show();
    bool written = true;
    for (int page = 0; page < static_cast<int>(window.pages().size()); ++page) {
        window.choose_page(page);
        wait_for(window.current_page());
        QApplication::processEvents();
        const QString path = folder + QLatin1Char{'/'} + window.current_page().key() + QStringLiteral(".png");
        written = window.grab().save(path) && written;
    }
    return written;
}

}  // namespace firn::gui
