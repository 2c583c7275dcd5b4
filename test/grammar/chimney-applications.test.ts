import { chimneyApplications } from "../../grammar/chimney-applications.ts";
import { readsByShape } from "../support/statistics.ts";

readsByShape(chimneyApplications, "chimneyapplications", "chimneyports");
