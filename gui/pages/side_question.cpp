#include "gui/pages/side_question.hpp"

#include "gui/pages/answer_bar.hpp"

#include <QVBoxLayout>

#include <utility>

namespace firn::gui {

SideQuestion::SideQuestion(QWidget* parent) : QWidget{parent}, bar_{new AnswerBar{this}} {
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(bar_);
    bar_->be_small();
    connect(bar_, &AnswerBar::cancelled, this, &SideQuestion::cancel);
    connect(bar_, &AnswerBar::asked_again, this, &SideQuestion::asked_again);
    connect(&worker_, &RunWorker::progressed, bar_, &AnswerBar::show_progress);
    connect(&worker_, &RunWorker::failed, this, [this](const QString& what) {
        asked_.clear();
        bar_->show_failure(what);
    });
    connect(&worker_, &RunWorker::ended, this, [this] {
        bar_->show_idle(!asked_.empty());
        emit settled();
    });
}

void SideQuestion::ask(const std::string& what, RunWorker::Work work) {
    if (what == asked_) return;
    asked_ = what;
    bar_->show_answer({});
    bar_->show_fault({});
    bar_->show_running();
    worker_.start(std::move(work));
}

void SideQuestion::cancel() {
    asked_.clear();
    worker_.cancel();
}

}  // namespace firn::gui
