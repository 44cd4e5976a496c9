// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// artMETIS, the token of the other liquid staking protocol. Placed without a constructor, so name and symbol are constants.
contract ArtemisToken is ERC20("", "") {
    address public depositPool;
    address public withdrawalManager;

    function initialize(address depositPool_, address withdrawalManager_) external {
        require(depositPool == address(0), "ArtemisToken: initialized");
        depositPool = depositPool_;
        withdrawalManager = withdrawalManager_;
    }

    function name() public pure override returns (string memory) {
        return "Artemis Metis";
    }

    function symbol() public pure override returns (string memory) {
        return "artMETIS";
    }

    function mint(address account, uint256 amount) external {
        require(msg.sender == depositPool, "ArtemisToken: not the deposit pool");
        _mint(account, amount);
    }

    function burn(address account, uint256 amount) external {
        require(msg.sender == withdrawalManager, "ArtemisToken: not the withdrawal manager");
        _burn(account, amount);
    }
}
