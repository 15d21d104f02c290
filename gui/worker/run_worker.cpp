#include "gui/worker/run_worker.hpp"

#include <QDateTime>
#include <QMetaObject>

#include <exception>
#include <utility>

namespace firn::gui {

namespace {

constexpr std::int64_t kTellEvery = 80;  // milliseconds

}  // namespace

void RunContext::tell(RunProgress progress) {
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    std::int64_t last = last_told_;
    if (now - last < kTellEvery || !last_told_.compare_exchange_strong(last, now)) return;
    tell_(std::move(progress));
}

RunWorker::RunWorker(QObject* parent) : QObject{parent} { pool_.setMaxThreadCount(1); }

RunWorker::~RunWorker() {
    waiting_.reset();
    if (current_) current_->cancel();
    pool_.waitForDone();
}

void RunWorker::start(Work work) {
    if (!current_) return launch(std::move(work));
    current_->cancel();
    waiting_ = std::make_unique<Work>(std::move(work));
}

void RunWorker::cancel() {
    waiting_.reset();
    if (!current_) return;
    current_->cancel();
    current_.reset();
    emit ended();
}

void RunWorker::launch(Work work) {
    const auto post = [this](auto action) {
        QMetaObject::invokeMethod(this, std::move(action), Qt::QueuedConnection);
    };
    current_ = std::make_shared<RunContext>([this, post, run = ++runs_](RunProgress progress) {
        post([this, run, progress = std::move(progress)] {
            if (current_ && run == runs_) emit progressed(progress);
        });
    });
    pool_.start([this, post, work = std::move(work), context = current_] {
        Delivery delivery = context->is_cancelled() ? Delivery{} : done(work, *context);
        post([this, context, delivery = std::move(delivery)] { conclude(context, delivery); });
    });
}

RunWorker::Delivery RunWorker::done(const Work& work, RunContext& context) {
    try {
        return work(context);
    } catch (const std::exception& error) {
        return [this, what = QString::fromUtf8(error.what())] { emit failed(what); };
    }
}

void RunWorker::conclude(const std::shared_ptr<RunContext>& context, const Delivery& delivery) {
    if (context != current_) return;  // it was given up
    current_.reset();
    if (waiting_) {
        const std::unique_ptr<Work> next = std::move(waiting_);
        return launch(std::move(*next));
    }
    if (!context->is_cancelled() && delivery) delivery();
    if (!is_running()) emit ended();
}

}  // namespace firn::gui
