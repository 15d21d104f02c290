#include "gui/file_reading.hpp"

#include "gui/document/made_text.hpp"
#include "gui/pages/answer_bar.hpp"
#include "gui/text.hpp"

#include <QVBoxLayout>

#include <cstdint>
#include <utility>

namespace firn::gui {

FileReading::FileReading(QWidget* parent) : QWidget{parent}, bar_{new AnswerBar{this}} {
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(bar_);
    bar_->be_small();
    bar_->show_idle(true);
    connect(bar_, &AnswerBar::cancelled, this, &FileReading::cancel);
    connect(&worker_, &RunWorker::progressed, bar_, &AnswerBar::show_progress);
    connect(&worker_, &RunWorker::ended, this, [this] {
        bar_->show_idle(true);
        hide();
    });
    connect(&worker_, &RunWorker::failed, this, [this](const QString& what) {
        emit refused(failure({.code = "reading-failed", .what = to_utf8(what)}));
    });
    hide();
}

void FileReading::start(const QString& path) {
    show();
    bar_->show_running();
    worker_.start([this, path](RunContext& context) -> RunWorker::Delivery {
        auto text = text_for_files(to_utf8(path), [&context](std::uint64_t rows) {
            context.tell({.stage = from_utf8("reading"), .files = rows});
            return !context.is_cancelled();
        });
        return [this, text = std::move(text)] {
            if (text) return emit made(from_utf8(*text));
            if (!text.error().empty()) emit refused(text.error());
        };
    });
}

void FileReading::cancel() { worker_.cancel(); }

}  // namespace firn::gui
