import { chimneyPorts } from "../../../grammar/kinds/chimney-ports.ts";
import { readsByShape } from "../../support/statistics.ts";

readsByShape(chimneyPorts, "chimneyports", "chimneyapplications");
