import { chimneyPorts } from "../../grammar/chimney-ports.ts";
import { readsByShape } from "../support/statistics.ts";

readsByShape(chimneyPorts, "chimneyports", "chimneyapplications");
