import { Module, type DynamicModule } from '@nestjs/common';
import { CredentialStore, RemarkStore } from '@inpage/fleet';
import { Database, PgCredentialStore, PgRemarkStore } from '@inpage/storage';
import { API_CONFIG, type ApiConfig } from './api-config.js';
import { AnalyseController } from './analyse/analyse.controller.js';
import { UnreadBodies } from './analyse/unread-body.js';
import { CallerGuard } from './callers/caller.guard.js';
import { RememberedCallers } from './callers/remembered-callers.js';
import { Crashes } from './crashes/crashes.js';
import { CrashesController } from './crashes/crashes.controller.js';
import { Credentials } from './credentials/credentials.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { Disks } from './disks/disks.js';
import { DisksController } from './disks/disks.controller.js';
import { GroupMembers } from './groups/group-members.js';
import { Groups } from './groups/groups.js';
import { GroupsController } from './groups/groups.controller.js';
import { Machines } from './machines/machines.js';
import { MachinesController } from './machines/machines.controller.js';
import { DocsController } from './openapi/docs.controller.js';
import { OverviewAnswer } from './overview/overview.js';
import { OverviewController } from './overview/overview.controller.js';
import { RatesAnswer } from './rates/rates.js';
import { RatesController } from './rates/rates.controller.js';
import { Answers } from './remarks/answers.js';
import { AnswersController } from './remarks/answers.controller.js';
import { Comments } from './remarks/comments.js';
import { CommentsController } from './remarks/comments.controller.js';
import { RemarkSubjects } from './remarks/remark-subjects.js';
import { UnknownRouteController } from './routes/unknown-route.controller.js';
import { AUTH, createAuth } from './sign-in/auth.js';
import { SignInController } from './sign-in/sign-in.controller.js';

const CONTROLLERS = [
  OverviewController,
  GroupsController,
  CrashesController,
  MachinesController,
  DisksController,
  RatesController,
  CommentsController,
  AnswersController,
  CredentialsController,
  AnalyseController,
  SignInController,
  DocsController,
  UnknownRouteController,
];
const QUESTIONS = [
  OverviewAnswer,
  Groups,
  GroupMembers,
  Crashes,
  Machines,
  Disks,
  RatesAnswer,
  Credentials,
  Comments,
  Answers,
  RemarkSubjects,
];

/** Everything under /api. The application around it provides `Database` globally and turns errors into problems. */
@Module({})
export class ApiModule {
  static register(config: ApiConfig): DynamicModule {
    return {
      module: ApiModule,
      controllers: CONTROLLERS,
      providers: [
        ...QUESTIONS,
        CallerGuard,
        UnreadBodies,
        RememberedCallers,
        { provide: API_CONFIG, useValue: Object.freeze({ ...config }) },
        {
          provide: CredentialStore,
          inject: [Database],
          useFactory: (database: Database) => new PgCredentialStore(database),
        },
        {
          provide: RemarkStore,
          inject: [Database],
          useFactory: (database: Database) => new PgRemarkStore(database),
        },
        { provide: AUTH, inject: [Database], useFactory: (database: Database) => createAuth(database.pool, config) },
      ],
      exports: [AUTH],
    };
  }
}
