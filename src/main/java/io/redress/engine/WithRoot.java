package io.redress.engine;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * Tells a timer that is armed again to which course it belongs, as the first one knew: the engine's copy forgets it (7.24.0), and
 * would then run beside the steps of what the case has called. Two steps of one case at the same moment read one half before
 * the other's commit and one after it, and stumble in the middle of the engine.
 */
final class WithRoot implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return JobManager.class;
    }

    @Override
    public Session openSession() {
        return new Jobs();
    }

    private static final class Jobs extends JobManager {

        @Override
        public void schedule(TimerEntity timer) {
            ExecutionEntity execution = timer.getExecution();
            if (timer.getRootProcessInstanceId() == null && execution != null) {
                timer.setRootProcessInstanceId(execution.getRootProcessInstanceId());
            }
            super.schedule(timer);
        }
    }
}
