"""What an owner of many schools sees of them: phases, cohorts, networks, requests; never how far anybody has come."""
