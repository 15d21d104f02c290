#include "gui/document/autosave.hpp"

#include "core/io/output_file.hpp"
#include "core/io/read_text_file.hpp"
#include "gui/document/scenario_document.hpp"
#include "gui/text.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace firn::gui {

namespace {

constexpr int kDelay = 800;  // milliseconds after the last change

}  // namespace

Autosave::Autosave(ScenarioDocument& document, QObject* parent) : QObject{parent}, document_{document} {
    timer_.setSingleShot(true);
    timer_.setInterval(kDelay);
    connect(&timer_, &QTimer::timeout, this, &Autosave::write);
    connect(&document_, &ScenarioDocument::changed, this, &Autosave::schedule);
    connect(&document_, &ScenarioDocument::path_changed, this, &Autosave::schedule);
}

QString Autosave::path_for(const QString& document_path) {
    if (document_path.isEmpty())
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
               QStringLiteral("/untitled.autosave");
    const QFileInfo file{document_path};
    return file.absolutePath() + QStringLiteral("/.") + file.fileName() + QStringLiteral(".autosave");
}

std::optional<QString> Autosave::left_over(const QString& document_path, const QString& text) {
    const auto kept = io::read_text_file(to_utf8(path_for(document_path)));
    if (!kept || from_utf8(*kept) == text) return std::nullopt;
    return from_utf8(*kept);
}

void Autosave::schedule() {
    if (document_.is_changed()) {
        timer_.start();
    } else {
        forget_own();
    }
}

void Autosave::write() {
    timer_.stop();
    if (!document_.is_changed()) return;
    const QString path = path_for(document_.path());
    QDir{}.mkpath(QFileInfo{path}.absolutePath());
    // A folder that cannot be written to keeps nothing; saving will say so.
    if (io::write_file_atomically(to_utf8(path), to_utf8(document_.text()))) kept_at_ = path;
}

void Autosave::discard() {
    forget_own();
    QFile::remove(path_for(document_.path()));
}

void Autosave::forget_own() {
    timer_.stop();
    if (!kept_at_.isEmpty()) QFile::remove(kept_at_);
    kept_at_.clear();
}

}  // namespace firn::gui
